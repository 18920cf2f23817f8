### Words that the default theme alone needs. No variables.
###   language-…       after a language's name in the menu of languages: this page is …
###   state-outdated   on a card in a list: its translation is older than the original

language-fallback = not translated
language-absent = start page only
language-origin = on the original site
state-outdated = Not up to date
