-- 001: articles and their revisions, what is read in them, stories and search.
-- A migration is never edited once it is released: a change is the next file.
-- Offsets are Unicode code points into content.text, half open; substr() counts the same way, from 1.

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- the same in every archive: made of the URL, or of the first text
  address TEXT UNIQUE,        -- the URL or file by which a changed text is known as a revision; none where there is neither
  newest INTEGER              -- the revision that is shown, searched and linked
) STRICT;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,     -- grows with every text kept: what is behind this number has been seen
  article INTEGER NOT NULL REFERENCES article,
  number INTEGER NOT NULL,    -- 1, 2, 3 of its article
  fingerprint TEXT NOT NULL UNIQUE,  -- of the text and what is known of it: the same again changes nothing
  digest TEXT NOT NULL,       -- SHA-256 of the source's bytes
  file TEXT NOT NULL,
  record INTEGER,
  url TEXT,
  outlet TEXT,
  title TEXT,
  byline TEXT,
  first_day TEXT,             -- the first and the last ISO day on which it may have been printed
  last_day TEXT,
  dated TEXT NOT NULL,        -- day and time of its last change, or of print: the latest is the newest; empty where neither is known
  language TEXT NOT NULL,
  words INTEGER NOT NULL,     -- of the body
  added TEXT NOT NULL,        -- when it was kept, ISO, UTC
  UNIQUE (article, number)
) STRICT;
CREATE INDEX revision_digest ON revision (digest);
CREATE INDEX revision_day ON revision (first_day);
CREATE INDEX revision_outlet ON revision (outlet COLLATE NOCASE);

CREATE TABLE content (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  title TEXT NOT NULL,        -- empty where no headline is known
  text TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  revision INTEGER PRIMARY KEY REFERENCES revision,
  format TEXT NOT NULL,       -- how data is written: see archive/codec.py
  data BLOB NOT NULL          -- the whole reading but its text
) STRICT;

-- Names, each once, and which texts print them.
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  same_as INTEGER REFERENCES name,  -- who this is, as a user says
  UNIQUE (name, kind)
) STRICT;
CREATE INDEX name_same ON name (same_as) WHERE same_as IS NOT NULL;
CREATE VIRTUAL TABLE name_words USING fts5 (name, content = 'name', content_rowid = 'id', tokenize = 'unicode61');

CREATE TABLE naming (
  name INTEGER NOT NULL REFERENCES name,
  revision INTEGER NOT NULL REFERENCES revision,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (name, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX naming_revision ON naming (revision);

-- What can be found beside whole articles: quotations, figures and events, each at its place.
CREATE TABLE line (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision,
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'figure', 'event')),
  position INTEGER NOT NULL,  -- in the reading's quotations, figures or events
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  speaker INTEGER REFERENCES name  -- who is quoted, or claims the figure
) STRICT;
CREATE INDEX line_revision ON line (revision, kind, position);
CREATE INDEX line_speaker ON line (speaker) WHERE speaker IS NOT NULL;

-- Lines whose speaker a user has set, with the one that was read.
CREATE TABLE respoken (
  line INTEGER PRIMARY KEY REFERENCES line,
  read INTEGER REFERENCES name
) STRICT;

CREATE TABLE quote (
  line INTEGER PRIMARY KEY REFERENCES line,
  kind TEXT NOT NULL,
  manner TEXT NOT NULL,
  certainty TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE figure (
  line INTEGER PRIMARY KEY REFERENCES line,
  value REAL NOT NULL,
  low REAL,
  high REAL,
  unit TEXT,
  bound TEXT NOT NULL,
  change TEXT NOT NULL,
  counted TEXT                -- the head noun of what is counted
) STRICT;
CREATE INDEX figure_counted ON figure (counted) WHERE counted IS NOT NULL;

CREATE VIEW line_text (id, text) AS
  SELECT line.id, substr(content.text, line.start + 1, line."end" - line.start)
  FROM line JOIN content ON content.revision = line.revision;

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = 'content', content_rowid = 'revision', tokenize = 'porter unicode61'
);
CREATE VIRTUAL TABLE line_words USING fts5 (
  text, content = 'line_text', content_rowid = 'id', tokenize = 'porter unicode61'
);
INSERT INTO article_words (article_words, rank) VALUES ('rank', 'bm25(3.0, 1.0)');  -- a word of the headline counts for three

-- Stories. What stands in a story's row is counted anew whenever its articles change.
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- what the grouping calls it
  title TEXT,
  articles INTEGER NOT NULL DEFAULT 0,
  outlets INTEGER NOT NULL DEFAULT 0,
  origins INTEGER NOT NULL DEFAULT 0,  -- independent: an article and its copies are one
  first_day TEXT,
  last_day TEXT
) STRICT;
CREATE INDEX story_day ON story (last_day, id);

CREATE TABLE member (
  article INTEGER PRIMARY KEY REFERENCES article,
  story INTEGER NOT NULL REFERENCES story,
  score REAL NOT NULL,
  why TEXT NOT NULL           -- JSON: the nearest article, and the names and words that they share
) STRICT;
CREATE INDEX member_story ON member (story);

CREATE TABLE copy (
  article INTEGER PRIMARY KEY REFERENCES article,
  origin INTEGER NOT NULL,    -- the article that all copies of one text are counted under
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX copy_origin ON copy (origin);

-- Each settling pass: up to how many articles it has seen; and what it changed, for whoever asks why a story is not what it was.
CREATE TABLE settling (
  id INTEGER PRIMARY KEY,
  seen INTEGER NOT NULL,
  added TEXT NOT NULL
) STRICT;

CREATE TABLE settled (
  id INTEGER PRIMARY KEY,
  settling INTEGER NOT NULL REFERENCES settling,
  kind TEXT NOT NULL,
  stories TEXT NOT NULL,      -- JSON: the numbers of the stories before
  articles TEXT NOT NULL,     -- JSON: the numbers of the articles that went into another
  reason TEXT NOT NULL
) STRICT;

-- What the grouping of stories keeps of each article, in the order in which it took them.
CREATE TABLE placed (
  position INTEGER PRIMARY KEY,
  article INTEGER NOT NULL UNIQUE REFERENCES article,
  signature BLOB NOT NULL,
  links BLOB NOT NULL
) STRICT;

-- What the archive remembers of itself: of which state of a file beside it the rows are.
CREATE TABLE note (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vector (
  revision INTEGER NOT NULL REFERENCES revision,
  method TEXT NOT NULL,
  data BLOB NOT NULL,         -- float32, little-endian, of length 1
  PRIMARY KEY (revision, method)
) STRICT;

-- The views are for readers with any SQLite tool: docs/archive.md says what each column is.
CREATE VIEW revisions AS
  SELECT revision.id, article, number, revision.id = article.newest AS newest, outlet, revision.title, first_day, last_day,
         url, file, record, byline, language, words, added, digest, content.text
  FROM revision JOIN article ON article.id = revision.article JOIN content ON content.revision = revision.id;

CREATE VIEW articles AS
  SELECT article.id, revision.outlet, revision.title, revision.first_day, revision.last_day, member.story,
         coalesce(copy.origin, article.id) AS origin, revision.url, revision.file, revision.record, revision.byline,
         revision.language, revision.words,
         (SELECT count(*) FROM revision AS every WHERE every.article = article.id) AS revisions, content.text
  FROM article
  JOIN revision ON revision.id = article.newest
  JOIN content ON content.revision = revision.id
  LEFT JOIN member ON member.article = article.id
  LEFT JOIN copy ON copy.article = article.id;

CREATE VIEW quotes AS
  SELECT line.id, article.id AS article, member.story, revision.outlet, revision.first_day, revision.last_day,
         name.name AS speaker, quote.certainty, quote.manner, quote.kind, line.start, line."end",
         substr(content.text, line.start + 1, line."end" - line.start) AS text, quote.reason
  FROM quote
  JOIN line ON line.id = quote.line
  JOIN article ON article.newest = line.revision
  JOIN revision ON revision.id = line.revision
  JOIN content ON content.revision = line.revision
  LEFT JOIN name AS printed ON printed.id = line.speaker
  LEFT JOIN name ON name.id = coalesce(printed.same_as, printed.id)
  LEFT JOIN member ON member.article = article.id;

CREATE VIEW figures AS
  SELECT line.id, article.id AS article, member.story, revision.outlet, revision.first_day, revision.last_day,
         figure.value, figure.low, figure.high, figure.unit, figure.bound, figure.change, figure.counted,
         name.name AS claimed_by, line.start, line."end",
         substr(content.text, line.start + 1, line."end" - line.start) AS text
  FROM figure
  JOIN line ON line.id = figure.line
  JOIN article ON article.newest = line.revision
  JOIN revision ON revision.id = line.revision
  JOIN content ON content.revision = line.revision
  LEFT JOIN name AS printed ON printed.id = line.speaker
  LEFT JOIN name ON name.id = coalesce(printed.same_as, printed.id)
  LEFT JOIN member ON member.article = article.id;

CREATE VIEW stories AS
  SELECT id, title, articles, outlets, origins, first_day, last_day FROM story WHERE articles > 0;
