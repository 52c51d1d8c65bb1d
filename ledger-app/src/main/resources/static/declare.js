// The form of a claim: finding a rule, dropping files, what it would bring, and keeping it while it is filled in.
// Requests carry no mark of htmx: when the sign-in has ended this page must stay, with what was typed.
(function () {
  'use strict';
  var form = document.getElementById('claim-form');
  if (!form) return;
  var PAUSE = 700;
  var MOST_BYTES = 20 * 1024 * 1024;
  var sending = false;
  var uploading = 0;
  var timer = 0;
  var state = form.querySelector('[data-draft-state]');
  var effect = document.getElementById('effect');
  var list = form.querySelector('[data-files]');
  var uploads = form.querySelector('[data-uploads]');
  var input = form.querySelector('#files');

  function fields() {
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && name !== 'formKey') body.append(name, value);
    });
    return body;
  }

  var last = fields().toString();

  function secret() {
    return form.querySelector('input[name=_csrf]').value;
  }

  function ask(address) {
    return fetch(address, {
      method: 'POST', body: fields(), credentials: 'same-origin', headers: { 'Ledger-Part': 'form', 'X-XSRF-TOKEN': secret() }
    }).then(function (answer) {
      if (answer.status === 401) throw new Error(form.dataset.signedOut);
      if (!answer.ok) throw new Error(form.dataset.unsaved);
      return answer.text();
    });
  }

  // the server's own parts, rendered from templates that escape what people typed
  function put(place, html) {
    var parsed = new DOMParser().parseFromString(html, 'text/html');
    place.replaceChildren.apply(place, Array.prototype.slice.call(parsed.body.childNodes));
  }

  function changed() {
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE);
  }

  function keep() {
    var now = fields().toString();
    if (sending || now === last) return;
    last = now;
    ask(form.dataset.preview).then(function (html) { put(effect, html); }, function () {});
    ask(form.dataset.draft).then(function (html) { if (!sending) put(state, html); }, function (problem) {
      last = '';
      state.textContent = problem instanceof TypeError ? form.dataset.unsaved : problem.message;
    });
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', function (event) {
    if (uploading > 0) {
      event.preventDefault();
      uploads.scrollIntoView({ block: 'center' });
      return;
    }
    sending = true;
    window.clearTimeout(timer);
  });
  // back from the next page by the browser's own button
  window.addEventListener('pageshow', function () { sending = false; });

  // preview follows by itself here
  form.querySelector('[data-preview-button]').hidden = true;

  // rules by what is typed
  var box = form.querySelector('[data-rule-search]');
  var none = form.querySelector('[data-no-rule]');
  box.hidden = false;
  var search = box.querySelector('input');
  search.addEventListener('input', function (event) {
    event.stopPropagation();
    var words = search.value.trim().toLowerCase().split(/\s+/);
    var found = 0;
    form.querySelectorAll('.rule-group').forEach(function (group) {
      var text = group.textContent.toLowerCase();
      var fits = words.every(function (word) { return text.indexOf(word) >= 0; });
      group.hidden = !fits && !group.querySelector('input:checked');
      if (fits) found++;
    });
    none.hidden = found > 0;
  });
  search.addEventListener('keydown', function (event) {
    if (event.key === 'Enter') event.preventDefault();
  });

  // files as soon as they are chosen or dropped
  function upload(file) {
    var line = document.createElement('div');
    var name = document.createElement('span');
    var bar = document.createElement('progress');
    name.textContent = file.name;
    bar.className = 'upload-progress';
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    line.append(name, bar);
    uploads.append(line);
    function failed(why) {
      line.className = 'text-danger';
      line.textContent = file.name + ': ' + why;
    }
    if (file.size > MOST_BYTES) {
      failed(form.dataset.tooLarge);
      return;
    }
    uploading++;
    var request = new XMLHttpRequest();
    var body = new FormData();
    body.append('file', file);
    request.open('POST', '/evidence');
    request.setRequestHeader('X-XSRF-TOKEN', secret());
    request.upload.addEventListener('progress', function (event) {
      if (event.lengthComputable) bar.value = Math.round(event.loaded / event.total * 100);
    });
    request.addEventListener('loadend', function () {
      uploading--;
      if (request.status === 200) {
        line.remove();
        var parsed = new DOMParser().parseFromString(request.responseText, 'text/html');
        list.append(parsed.body.firstElementChild);
        changed();
      } else {
        failed(request.status === 401 ? form.dataset.signedOut : form.dataset.failed);
      }
    });
    request.send(body);
  }

  input.addEventListener('change', function (event) {
    event.stopPropagation();
    Array.prototype.slice.call(input.files).forEach(upload);
    input.value = '';
  });

  var drop = form.querySelector('[data-drop]');
  ['dragenter', 'dragover'].forEach(function (name) {
    drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add('over'); });
  });
  ['dragleave', 'drop'].forEach(function (name) {
    drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.remove('over'); });
  });
  drop.addEventListener('drop', function (event) {
    Array.prototype.slice.call(event.dataTransfer.files).forEach(upload);
  });

  list.addEventListener('click', function (event) {
    var button = event.target.closest('[data-remove-file]');
    if (!button) return;
    event.preventDefault();
    button.closest('li').remove();
    input.focus();
    changed();
  });
}());
