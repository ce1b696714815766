/* Panes are drawn as they come into view. */
(function () {
  'use strict';
  window.evenkeel.start();
})();
