"""The words by which newsrooms say that something was published or changed, and by whom, each said here alone.

They are alternatives of regular expressions in small letters. Those that labels have are plain words.
"""

# What was done at the time beside it: `Updated 14:05`, `Veröffentlicht um 14.05 Uhr`.
UPDATED = (
    "update|updated|aktualisiert|mis à jour|mise à jour|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|"
    "oppdatert|opdateret|zaktualizowano|обновлено|оновлено|güncellendi"
)
PUBLISHED = (
    "posted|published|added|issued|veröffentlicht|ausgegeben|gepostet|publié|publiée|émis|émise|publicado|emitido|"
    "pubblicato|geplaatst|gepubliceerd|opublikowano|опубликовано|опубліковано|publicerad|publisert|offentliggjort"
)
# What was done to a page to keep it: `Printed on 5 May 2026`.
PRINTED = (
    r"(?:aus)?gedruckt|printed|imprimée?|impress?[oa]|stampat[oa]|afgedrukt|geprint|utskriv\w+|utskrevet|udskrevet|"
    "wydrukowano|распечатано"
)
EDITED = (
    "edited|bearbeitet|modifiée?|editado|modificato|bewerkt|redigera?[dt]|corrected|korrigiert|berichtigt|corrigée?|"
    "corregido|corrigido|corretto|gecorrigeerd|rättad|rettet|skorygowano"
)
# How all words for either begin: `Last update`, `Letzte Aktualisierung`, `Erschienen am`.
UPDATING = (
    "updat|z?aktuali[sz]|mise? à jour|actuali[sz]|atualiz|aggiorna|bijgewerkt|uppdat|oppdat|opdat|frissít|päivit|"
    "güncel|обновл|оновл|ενημερ|ažurir"
)
PUBLISHING = (
    "(?:ge|o)?publi|veröff|erschien|geplaatst|megjelen|közzétev|julkais|zveřejn|vydán|objavlj|yayın|опубл|offentlig"
)
BY = "by|from|von|par|por|di|door|av|af|przez"
AND = "and|und|et|y|e|i|en|og|och"
