// Small helpers of every page; without them the forms still work.
(function () {
  'use strict';
  // htmx sends the secret of this page with every write
  document.addEventListener('htmx:configRequest', function (event) {
    var csrf = document.querySelector('meta[name=csrf]');
    if (csrf) event.detail.headers['X-XSRF-TOKEN'] = csrf.content;
  });
  // a question before what cannot be taken back
  document.addEventListener('submit', function (event) {
    var by = event.submitter;
    var question = (by && by.dataset.confirm) || event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });
  // a filter is applied when it is chosen; the button stays for those without scripts
  document.addEventListener('change', function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute('data-auto-submit')) form.requestSubmit();
  });
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-print]')) window.print();
  });
  // on a phone the menu is wider than the screen: show where one is
  var here = document.querySelector('.frame-entry.here');
  if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;
}());
