### Reading offline: the page with the switch, and the line above a page that comes from the reader's device. No variables.
###   offline-missing   before the address of a page that is not kept
###   offline-note      before the date on which the page was loaded

offline-title = Read offline
offline-lede = With a poor line you can keep the pages that you read in this browser, and read them again without a connection.
offline-unable = Your browser cannot keep pages here. That takes JavaScript, a secure address (https), and a window that is not private.
offline-missing = You are offline, and this page is not on this device. Try again later:
offline-switch = Keep the pages that I read
offline-on = Pages that you read are kept from now on; the start page and the lists of the menu are there already.
offline-off = Nothing is kept any more, and what was kept has been removed.
offline-failed = That did not work, and nothing is kept. Try again when the line is better.
offline-about = Up to 200 pages stay on this device alone, and the oldest go first. Nobody is told which. When you turn this off, all of them are removed.
offline-kept = Pages on this device
offline-empty = There are none yet.
offline-note = No connection. You see this page as it was when it was last loaded.
