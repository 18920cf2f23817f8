### The comparison of cases; references to cite; sharing; what to read next. Messages with variables:
###   compare-shown          $count, $total (text: numbers that the page puts in)
###   compare-examples-some  $count (number)
### All others have none. `compare-cases.slug` is a part of an address: small letters without accents, digits and `-`.

## Comparison

compare-cases = Compare the case studies
    .slug = compare
compare-summary = All cases in one table. Narrow it down by outcome, country, approach and more.
compare-table = All cases
compare-filter = Narrow down the cases
compare-combine = Combine with other filters
compare-shown = Cases shown: { $count } of { $total }
compare-examples-all = All cases here are examples. The counts on this page count examples, which no figure of the project does.
compare-examples-some = Examples among these cases: { $count }. They are in the table; what cases have in common is counted without them.
compare-common = What the cases of this outcome have in common
compare-common-text = Counted over all cases of each outcome: what at least two cases of the first share.
compare-common-feature = Feature
compare-common-link = What these cases have in common
compare-pick = Choose
compare-hint = Choose two to four cases.
compare-beside = Compare side by side
compare-side = Side by side
compare-back = Back to all cases

## Citing and sharing

cite-formats = For reference managers
cite-no-date = n.d.
cite-list = All references of this list
cite-example = Example
share-address = Address of this page
share-mail = Send the address by e-mail
share-copy = Copy
share-copied = Copied

## What to do next

next-title = What to do next
next-outcome = Compare the cases with the same outcome
next-alike = Put it beside the cases most like it
next-all = Compare all case studies
next-here = Compare these cases
next-cluster = Go to the cluster
next-country = See the whole country
next-schools = See the schools
next-result = Read the result behind it
next-case = Read a case from practice
next-download = Download it
next-cite = Cite it
next-events = See all events
next-results = See all results
