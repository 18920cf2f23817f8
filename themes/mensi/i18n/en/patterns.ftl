### How numbers and ranges of dates are put together, after CLDR. Text and variables only.
###   pattern-range, pattern-range-…   $from, $to: dates, or the days, months or years of one
###   pattern-percent                  $number
###   pattern-currency, …-code         $number, $symbol (a sign such as €, or a code such as CHF)

pattern-range = { $from } – { $to }
pattern-range-days = { $from }–{ $to }
pattern-range-months = { $from }–{ $to }
pattern-range-years = { $from }–{ $to }
pattern-percent = { $number }%
pattern-currency = { $symbol }{ $number }
pattern-currency-code = { $symbol }{ "\u00A0" }{ $number }
pattern-symbol-eur = €
pattern-symbol-gbp = £
