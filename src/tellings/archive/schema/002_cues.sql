-- The words that attribute a quotation, as printed: "said" and "denied" are not the same.
ALTER TABLE quote ADD COLUMN cue TEXT;  -- NULL where nothing attributes it, or where it was kept before this was

DROP VIEW quotes;
CREATE VIEW quotes AS
  SELECT line.id, article.id AS article, member.story, revision.outlet, revision.first_day, revision.last_day,
         name.name AS speaker, quote.certainty, quote.manner, quote.kind, quote.cue, line.start, line."end",
         substr(content.text, line.start + 1, line."end" - line.start) AS text, quote.reason
  FROM quote
  JOIN line ON line.id = quote.line
  JOIN article ON article.newest = line.revision
  JOIN revision ON revision.id = line.revision
  JOIN content ON content.revision = line.revision
  LEFT JOIN name AS printed ON printed.id = line.speaker
  LEFT JOIN name ON name.id = coalesce(printed.same_as, printed.id)
  LEFT JOIN member ON member.article = article.id;
