// The desks by keyboard; everything here can be done with the mouse, and without scripts, too.
(function () {
  'use strict';
  if (document.documentElement.dataset.deskKeys) return;
  document.documentElement.dataset.deskKeys = 'on';

  var ACTS = { s: ['score'], a: ['approve', 'confirm'], r: ['reject', 'dismiss'], t: ['return'], c: ['carry-over'] };

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function lines() { return all('[data-desk] [data-line]'); }

  function current() {
    var list = lines();
    var focused = document.activeElement && document.activeElement.closest('[data-line]');
    var at = list.indexOf(focused);
    if (at < 0) at = list.findIndex(function (line) { return line.classList.contains('cursor'); });
    if (at < 0) at = list.findIndex(function (line) { return line.classList.contains('selected'); });
    return at;
  }

  function mark(line) {
    lines().forEach(function (other) { other.classList.toggle('cursor', other === line); });
  }

  function move(by) {
    var list = lines();
    if (!list.length) return;
    var at = current();
    // the first move from an untouched page goes to the neighbour of the open item
    var to = Math.min(Math.max(at < 0 ? 0 : at + by, 0), list.length - 1);
    mark(list[to]);
    list[to].querySelector('[data-open]').focus();
    list[to].scrollIntoView({ block: 'nearest' });
  }

  function open() {
    var line = lines()[current()];
    if (line) line.querySelector('[data-open]').click();
  }

  function act(names) {
    var found = names.map(function (name) { return document.querySelector('#item [data-act="' + name + '"]'); })
      .filter(Boolean)[0];
    if (found) {
      found.open = true;
      var field = found.querySelector('input[type=radio]:checked, textarea[required], input[name=matter]')
        || found.querySelector('form > button');
      field.focus();
      found.scrollIntoView({ block: 'nearest' });
      return;
    }
    var shut = names.map(function (name) { return document.querySelector('#item [data-shut="' + name + '"]'); })
      .filter(Boolean)[0];
    if (shut) {
      // why not stands there; it is read out and shown
      shut.tabIndex = -1;
      shut.focus();
      shut.scrollIntoView({ block: 'nearest' });
    }
  }

  function select() {
    var line = lines()[current()];
    var box = line && line.querySelector('input[type=checkbox]');
    if (box) { box.checked = !box.checked; count(); }
  }

  function boxes() { return all('input[type=checkbox][name=item][form=bulk]'); }

  function count() {
    var told = document.querySelector('[data-selected]');
    var whole = document.querySelector('[data-select-all]');
    var chosen = boxes().filter(function (box) { return box.checked; }).length;
    if (told) told.textContent = chosen ? told.dataset.text.replace('#', String(chosen)) : '';
    if (whole) {
      whole.checked = chosen > 0 && chosen === boxes().length;
      whole.indeterminate = chosen > 0 && chosen < boxes().length;
    }
  }

  function writing(element) {
    return element && (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName)
      || (element.tagName === 'INPUT' && !/^(checkbox|button|submit)$/.test(element.type)));
  }

  document.addEventListener('keydown', function (event) {
    if (!document.querySelector('[data-desk]')) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (event.key === 'Escape' && event.target.closest && event.target.closest('#item')) {
      var line = lines()[current()];
      if (line) line.querySelector('[data-open]').focus(); else event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    var key = event.key;
    if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (key === 'Enter' && event.target === document.body) open();
    else if (key === 'x') select();
    else if (key === '?') {
      var help = document.querySelector('[data-keys]');
      if (help) { help.open = !help.open; help.scrollIntoView({ block: 'nearest' }); }
    } else if (ACTS[key]) act(ACTS[key]);
    else return;
    event.preventDefault();
  });

  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-select-all]')) {
      boxes().forEach(function (box) { box.checked = event.target.checked; });
    }
    count();
  });

  document.addEventListener('click', function (event) {
    var take = event.target.closest('[data-matter]');
    if (take) {
      var field = take.form.querySelector('[name=matter]');
      field.value = take.dataset.matter;
      field.focus();
    }
  });

  function prepare(root) {
    all('[data-keys], [data-select-all], [data-select-all-label], button[data-matter]', root)
      .forEach(function (part) { part.hidden = false; });
  }

  // old and new acts are one group while they are exchanged: the old ones, being open, would close the new
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.target.id === 'item') all('details[name]', event.target).forEach(function (act) { act.removeAttribute('name'); });
  });

  // the list shows which item is open now
  document.addEventListener('htmx:afterSwap', function (event) {
    prepare(document);
    if (event.target.id !== 'item') return;
    var opener = event.detail.requestConfig && event.detail.requestConfig.elt;
    var chosen = opener && opener.closest('[data-line]');
    if (!chosen) return;
    lines().forEach(function (line) {
      line.classList.toggle('selected', line === chosen);
      var link = line.querySelector('[data-open]');
      if (line === chosen) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    });
    mark(chosen);
  });

  // a button that is gone with its part must not take the place of the next key with it
  document.addEventListener('htmx:afterSettle', function () {
    var search = document.querySelector('#entry #search');
    if (search && document.activeElement === document.body) search.focus();
  });

  function start() {
    prepare(document);
    count();
    var chosen = document.querySelector('[data-line].selected');
    if (chosen) chosen.scrollIntoView({ block: 'nearest' });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
}());
