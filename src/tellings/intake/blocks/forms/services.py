"""What sites offer and claim in other languages than English: sharing, comments, sign-up, reading time, rights, sources.

Most are a label of one or two words, which stands alone in its line; these are looked up and
not matched. The others are a form of words that begins the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.intake.blocks.forms.rule import Rule, rule
from tellings.values import BlockKind

_ALONE = """
teilen / artikel teilen / jetzt teilen / drucken / artikel drucken / kommentare / kommentar schreiben / zur startseite / startseite / artikel anhören / vorlesen / merken / merkliste / mehr anzeigen / mehr laden
/ empfohlener redaktioneller inhalt / externer inhalt / empfehlungen / themen / schlagworte / mehr aus dieser rubrik / meistgelesen / zum artikel / weiterlesen / mehr erfahren / nach oben / feedback / hinweis der redaktion
partager / partager cet article / partager l’article / imprimer / commentaires / commenter / réagir / écouter / écouter l’article / écouter cet article / article réservé aux abonnés / réservé aux abonnés / lire plus tard
/ lire la suite / voir plus / en savoir plus / à la une / les plus lus / sur le même thème / recommandé pour vous / contenus sponsorisés / mots-clés / abonnez-vous / s’abonner / copier le lien
compartir / comparte / compartir en facebook / compartir en twitter / imprimir / comentarios / comentar / escuchar / más información / más noticias / más sobre este tema / ver más / leer más / lo más leído / lo más visto
/ temas / etiquetas / relacionados / noticias relacionadas / suscríbete / suscribirse / regístrate / recomendados / te recomendamos / en esta nota / archivado en
condividi / condividi su facebook / stampa / commenti / commenta / ascolta / ascolta l’articolo / approfondimenti / potrebbe interessarti anche / i più letti / leggi tutto / leggi di più / scopri di più / argomenti / iscriviti / abbonati
/ articoli correlati / correlati / contenuto sponsorizzato / copia link
compartilhar / compartilhe / partilhar / partilhe / comentários / comentar / ouvir / imprimir / notícias relacionadas / mais lidas / mais notícias / ver mais / saiba mais / temas / assine / conteúdo patrocinado / relacionadas / copiar link
delen / deel dit artikel / deel / reacties / reageer / meer over dit onderwerp / meest gelezen / gerelateerd / gerelateerde artikelen / lees voor / luister / afdrukken / bewaar / abonneren / inloggen
dela / dela artikel / dela artikeln / kommentarer / kommentera / mest lästa / lyssna / skriv ut / relaterat / spara / prenumerera / logga in / ämnen
del / del artikkelen / del saken / del på facebook / kommentarer / kommenter / mest lest / lytt / skriv ut / relaterte saker / saken oppdateres / bli abonnent / logg inn / emner
del artikel / del artiklen / kommentarer / mest læste / lyt / udskriv / relaterede artikler / bliv abonnent / log ind / emner
jaa / jaa artikkeli / jaa juttu / kommentit / kommentoi / luetuimmat / kuuntele / tulosta / aiheet / tilaa / kirjaudu
udostępnij / komentarze / skomentuj / polecamy / polecane / najpopularniejsze / drukuj / posłuchaj / tagi / tematy / powiązane / zobacz więcej / materiał sponsorowany / podziel się
sdílet / sdílejte / diskuze / komentáře / tisk / vytisknout / nejčtenější / témata / štítky / související / související články / poslechnout / doporučujeme / zdieľať / diskusia / súvisiace
megosztás / megosztom / kapcsolódó cikkek / kapcsolódó / kommentek / hozzászólások / legolvasottabb / nyomtatás / címkék / ajánlott / előfizetés / tovább
distribuie / comentarii / cele mai citite / etichete / recomandări / recomandate / articole similare / imprimă / abonează-te / știri similare
поделиться / комментарии / комментировать / материалы по теме / по теме / читайте на сайте / популярное / самое читаемое / распечатать / теги / темы / рекомендуем / подписаться / слушать / ещё по теме / новости по теме
поділитися / коментарі / за темою / матеріали за темою / популярне / найпопулярніше / теги / підписатися / рекомендуємо / читайте ще / сподели / коментари / още по темата / подели / podijeli / podeli / komentari / povezano / najčitanije / vezane vijesti
κοινοποίηση / κοινοποιήστε / σχόλια / σχολια / δημοφιλή / σχετικά άρθρα / σχετικα αρθρα / ετικέτες / εκτύπωση / ακολουθήστε μας
paylaş / yorumlar / yorum yap / ilgili haberler / i̇lgili haberler / en çok okunanlar / etiketler / yazdır / dinle / abone ol / önerilen haberler
مشاركة / شارك / شاركها / تعليقات / التعليقات / شاهد أيضا / شاهد أيضًا / الأكثر قراءة / مواضيع ذات صلة / اخبار ذات صلة / أخبار ذات صلة / طباعة / نسخ الرابط / اشترك / المزيد / שתפו / תגובות / עוד בנושא / הדפסה / اشتراک‌گذاری / مطالب مرتبط / نظرات
pr / シェア / シェアする / ツイート / コメント / 印刷 / 関連キーワード / おすすめ / おすすめ記事 / ランキング / 続きを読む / もっと見る / 保存 / ブックマーク
分享 / 分享到 / 評論 / 评论 / 推荐阅读 / 推薦閱讀 / 热门 / 热门推荐 / 熱門 / 标签 / 關鍵字 / 更多 / 打印 / 收藏 / 点赞 / 猜你喜欢 / 返回首页 / 展开全文 / 查看更多 / 延伸閱讀
공유하기 / 공유 / 댓글 / 댓글쓰기 / 인쇄 / 스크랩 / 많이 본 뉴스 / 인기기사 / 추천기사 / 추천뉴스 / 주요뉴스 / 기사원문 / 글자크기 / 구독 / 구독하기 / 좋아요
bagikan / komentar / halaman selanjutnya / berita terkait / artikel terkait / terpopuler / cetak / topik / tag terkait / kongsi / ulasan
chia sẻ / bình luận / tin liên quan / đọc nhiều / đọc nhiều nhất / từ khóa / tin cùng chuyên mục / chủ đề / แชร์ / ความคิดเห็น / ข่าวที่เกี่ยวข้อง / อ่านต่อ
शेयर करें / टिप्पणियाँ / संबंधित खबरें / মন্তব্য / শেয়ার করুন / আরও পড়ুন / shiriki / maoni
"""
LABELS = frozenset(label.strip().casefold() for label in re.split(r"[/\n]", _ALONE) if label.strip())
_EDGES = " \t:：.…!|»›>+-–—*•·"

_READING = (
    r"lesezeit|lesedauer|temps\ de\ lecture|lecture|tiempo\ de\ lectura|tempo\ di\ lettura|tempo\ de\ leitura|leestijd|lästid|lesetid|læsetid|lukuaika|czas\ czytania|doba\ čtení|olvasási\ idő|timp\ de\ (?:citire|lectură)"
    r"|время\ (?:чтения|на\ прочтение)|час\ читання|χρόνος\ ανάγνωσης|okuma\ süresi|waktu\ baca|وقت\ القراءة|مدة\ القراءة|読了時間|阅读时间"
)
_MINUTES = r"min(?:uten?|utes?|utos?|uti|uutti\w*|uter|utter|ut[ay]?)?\.?|мин(?:ут[аы]?)?\.?|хв(?:илин\w*)?\.?|dk|dakika|λεπτά?|分钟?|분|دقائق|دقيقة|phút|menit"
_TO_READ = r"lesezeit|de\ lecture|de\ lectura|di\ lettura|de\ leitura|leestijd|leestid|lästid|lesetid|læsetid|czytania|čtení|olvasás|чтения|читання|okuma|baca"
_SIGN_UP = (
    r"abonnier\w*|(?:jetzt|hier)\ .{0,30}(?:abonnier|anmeld|bestell)\w*|meld\w*\ (?:sie|dich|je)\b|inscrivez-vous|recevez|abonnez-vous|suscríb\w+|suscribirse|regístr\w+|recib[ae]\b|iscriv\w+|ricevi|assine|receba"
    r"|inscreva-se|schrijf\ (?:je|u)\ in|ontvang|prenumerera|anmäl\ dig|abonn[eé]r?\w*|tilmeld|meld\ deg|få\b|tilaa|zapisz\ się|zasubskrybuj|přihla[sš]te?\ se|prihlás\w+|odebírejte|iratkoz\w+|feliratkoz\w+|abonează"
    r"|подпи[шс]\w+|підпи[шс]\w+|абонирай\w*|εγγραφείτε|bültenimize|اشترك\w*|berlangganan|đăng\ ký|zdarma"
)
_GOODS = (
    r"newsletters?\b|newsletteru|newslettera|nieuwsbrief|nieuwsbrieven|nyhetsbrev\w*|nyhedsbrev\w*|uutiskir\w+|boletín|boletines|boletim|notiziario|hírlev\w+|infolettre|рассылк\w+|розсилк\w+|бюлетин\w*|бюллетен\w+|ενημερωτικό"
    r"|bülten\w*|النشرة|bản\ tin|ニュースレター|뉴스레터|telegram\w*|whats\s?app\w*|push\w*|google\ news|google\ новости"
)
_RIGHTS = (
    r"alle\ rechte\ vorbehalten|tous\ droits\ (?:de\ reproduction\ .{0,40})?réservés|todos\ los\ derechos\ reservados|tutti\ i\ diritti\ (?:sono\ )?riservati|riproduzione\ (?:è\ )?(?:riservata|vietata)|todos\ os\ direitos\ reservados"
    r"|alle\ rechten\ voorbehouden|alla\ rättigheter\ förbehållna|alle\ rettigheter\ (?:forbeholdt|reservert)|kaikki\ oikeudet\ pidätetään|wszelkie\ prawa\ zastrzeżone|všechna\ práva\ vyhrazena|všetky\ práva\ vyhradené"
    r"|minden\ jog\ fenntartva|toate\ drepturile\ (?:sunt\ )?rezervate|все\ права\ защищены|усі\ права\ захищен\w+|всички\ права\ запазени|με\ επιφύλαξη|tüm\ hakları\ saklıdır|جميع\ الحقوق\ محفوظة|כל\ הזכויות\ שמורות|無断転載|版权(?:声明|所有)|版權所有|未经授权|未經授權"
    r"|무단\s?전재|재배포\s?금지|저작권자|hak\ cipta|bản\ quyền|prohibida\ (?:su|la)\ reproducción|reproduction\ interdite"
)
_OF_RIGHTS = (
    "rechte droits derechos diritti riproduzione direitos rättigheter rettigheter oikeudet prawa práv fenntartva drepturile прав επιφύλαξη hakları الحقوق זכויות 無断 版权 版權 未经授 未經授 무단 재배포 저작권"
    " cipta quyền reproducción reproduction"
)
_SOURCES = r"quellen?|fonte|fuentes?|bron(?:nen)?|käll(?:a|or)|kilder?|lähde|lähteet|źródło|zdroj[ei]?|forrás|surs[aă]|источники?|джерело|източник|izvor|πηγή|πηγη|kaynak|المصدر|מקור|sumber|nguồn|출처|出典|mit\ material\ (?:von|der)"
_WRITTEN = (
    r"publié|mis\ à\ jour|publicado|actualizado|actualización|atualizado|pubblicato|aggiornato|aggiornamento|veröffentlicht|erschienen|aktualisiert|zuletzt\ aktualisiert|stand|gepubliceerd|geplaatst|bijgewerkt|laatst\ bijgewerkt"
    r"|publicerad|uppdaterad|senast\ uppdaterad|publisert|oppdatert|sist\ oppdatert|publiceret|opdateret|senest\ opdateret|julkaistu|päivitetty|muokattu|opublikowano|aktualizacja|aktualizováno|publikováno|publikované|frissítve|közzétéve"
    r"|publicat|actualizat|опубликовано|обновлено|дата\ публикации|опубліковано|оновлено|δημοσίευση|ενημέρωση|yayınlanma|güncelleme|giriş|güncellenme|نشر(?:\ في)?|تحديث|آخر\ تحديث|dipublikasikan|diperbarui|cập\ nhật|입력|수정|更新|発行|发布时间|發佈"
)
_DATED = r"(?=[^\n]{0,50}\d)[\s:：]\s?[^\n]{1,60}(?<![.!?。])"
_AGENCIES = r"[A-ZÀ-ÞА-Я]{2,8}|dpa(?:/[a-z]{2,4})*|afp|sda|apa|ans|共同|時事|新华社|연합뉴스"
_PAYWALL = (
    r"il\ vous\ reste\ \d+.{0,5}de\ cet\ article.*|la\ suite\ est\ réservée\ aux\ abonnés.*|この記事は(?:有料)?会員限定.*|残り\s?[\d,]+\s?文字.*|(?:este\ contenido|este\ artículo)\ es\ exclusivo\ para\ suscriptores.*"
    r"|(?:sie\ möchten|um)\ (?:weiterlesen|den\ artikel\ (?:weiter)?zu?lesen).*|dieser\ (?:artikel|inhalt)\ ist\ (?:nur\ )?für\ abonnenten.*|an\ dieser\ stelle\ (?:finden\ sie|befindet\ sich|steht)\ ein(?:en)?\ extern\w*.*"
    r"|wir\ benötigen\ ihre\ (?:zustimmung|einwilligung).*|contenuto\ riservato\ agli\ abbonati.*|conteúdo\ exclusivo\ para\ assinantes.*|om\ dit\ .{1,40}toestemming.*"
)

RULES: Sequence[Rule] = (
    rule("metadata", "how long the reading takes", rf"\W*(?:(?:{_READING})\W+(?:ca\.?\ |ok\.?\ |env(?:iron|\.)?\ )?\d+\s?(?:{_MINUTES})\W*|\d+[-\s]?(?:{_MINUTES})\W+(?:{_TO_READ})\W*)", longest=50),
    rule("banner", "a sign-up line", rf"\W*(?:{_SIGN_UP})\b(?!.*[“”«»„\"]).{{0,160}}(?:{_GOODS}).{{0,120}}|\W*(?:jetzt\ )?newsletter\ (?:abonnieren|bestellen|anmelden)\W*|\W*bültenimize\ abone\ ol\w*\W*|\W*(?:newsletter|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|hírlevél|boletín|boletim|ニュースレター\w*)\W*", longest=300),
    rule("banner", "a line of rights", rf".{{0,80}}(?:{_RIGHTS}).{{0,140}}", longest=260, words=_OF_RIGHTS),
    rule("metadata", "when the page was printed", rf"\W*(?:{_WRITTEN}){_DATED}", longest=90),
    rule("credit", "the source of the news", rf"\W*(?:{_SOURCES})\s*[:：/]\s?.{{2,80}}(?<![.!?。])", longest=100),
    rule("credit", "the agency of the news", rf"(?-i:[(（\[](?:(?:mit\ Material\ von|avec|con|com|met|med|z)\ )?(?:{_AGENCIES})(?:\s?[,/]\s?(?:{_AGENCIES}))*[)）\]])", longest=40),
    rule("banner", "a notice of what is held back", rf"\W*(?:{_PAYWALL})", longest=300),
    rule("banner", "a page instruction", r"\W*(?:partager|compartir|condividi|compartilhar|partilhar|teilen|delen|dela|del|jaa|udostępnij|sdílet|paylaş|bagikan|поделиться)\ (?:auf|sur|en|su|no|op|på|na|w|в|di)\ (?:facebook|twitter|x|whats\s?app|linkedin|telegram|pinterest)\W*|haberin\ devamı\ için.{0,20}|.{0,12}lesen\ sie\ hier\ .{0,40}", longest=70),
    rule("metadata", "the newsroom's own, in the page's language", r"(?:[가-힣]{2,4}\s*(?:선임기자|특파원|기자)(?:\s*[=,/]?\s*\S+@\S+)?|[(（]?(?:责编|責編|编辑|編輯|責任編輯|责任编辑)[:：].{1,40}|기사제보.{0,60}|.{0,10}(?:penulis|editor|reporter|redaktor)\s*:\s*[^.!?]{3,50})", longest=90),
)  # fmt: skip


def label(text: str) -> tuple[BlockKind, str] | None:
    """Whether a line is one of the labels and nothing else."""
    if len(text) > 40:
        return None
    word = text.casefold().strip(_EDGES).replace("'", "’")
    return ("banner", "a label of the site") if word in LABELS else None
