// Runs last: shows the first view of the page.
"use strict";
linimasa.begin();
