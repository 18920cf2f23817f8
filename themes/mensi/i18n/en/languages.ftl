### The languages of the site: this one in itself (`autonym`, for the language menu), each by name, and as it stands in
### "You are reading it in Czech". `language-in-other` has $name, what a language calls itself.

autonym = English
language-en = English
language-nl = Dutch
language-hr = Croatian
language-cs = Czech
language-hu = Hungarian
language-it = Italian
language-pt = Portuguese
language-in-en = in English
language-in-nl = in Dutch
language-in-hr = in Croatian
language-in-cs = in Czech
language-in-hu = in Hungarian
language-in-it = in Italian
language-in-pt = in Portuguese
language-in-other = in another language ({ $name })

# Where the date of the original is known; else `notice-outdated` stands. $date: a day, a month or a year.
notice-outdated-since = This translation is older than its original (last updated: { DATETIME($date, style: "long") }).
