### The search, and the index A to Z.
###   search-count        $count (text: a number)
###   search-corrected    $other (text)
### All others have none.

section-index = A to Z
    .slug = a-z
index-letters = Letters
search-title = Search MenSI
search-placeholder = A word, a town, a number such as D5.2
search-begin = Type to search.
search-count = Results: { $count }
search-nothing = Nothing found. Try another word, or look in the index A to Z.
search-corrected = Showing results for “{ $other }”.
search-kind = Kind
search-country = Country
search-all = All
search-languages = Search in other languages
search-more = More results
search-keys = Keys: ↑ ↓ to choose, Enter to open, Esc to close
search-failed = The search could not be loaded. The index A to Z leads to every page.
