'use strict';

/*
 * Posts the workbench's small forms without leaving the page and then shows the page anew. Changes are posted one after
 * the other, in their order; of several changes of the matrix in a row only the last state is. What follows from a
 * change is asked for once no more is to be posted, and not waited for when there is: the server leaves it then.
 */
(function workAtTheBench() {
  const main = document.querySelector('main');
  if (main === null || window.fetch === undefined) return;
  const DEBOUNCE = 150;
  let timer = 0;
  let unposted = null;
  let isPosting = false;
  let guard = '';
  let questions = 0;
  let waiting = [];
  let removing = [];

  prepare();

  main.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.hasAttribute('data-live')) return;
    event.preventDefault();
    postMatrix();
    post(form);
  });

  main.addEventListener('change', (event) => {
    if (event.target.closest('[data-matrix]') !== null) changed(event.target);
  });

  main.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (cell.tagName !== 'SELECT' || cell.closest('[data-matrix]') === null) return;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '1' || event.key === '2' || event.key === '3') {
      event.preventDefault();
      if (cell.value === event.key) return;
      cell.value = event.key;
      changed(cell);
    } else if (event.key.startsWith('Arrow')) {
      const next = neighbour(cell, event.key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    }
  });

  function changed(cell) {
    cell.closest('td').className = `c s${cell.value}`;
    unposted = cell.form;
    clearTimeout(timer);
    timer = setTimeout(postMatrix, DEBOUNCE);
  }

  function postMatrix() {
    clearTimeout(timer);
    const form = unposted;
    unposted = null;
    if (form !== null) post(form);
  }

  function neighbour(cell, key) {
    const row = cell.closest('tr');
    const cells = [...row.querySelectorAll('select')];
    const place = cells.indexOf(cell);
    if (key === 'ArrowLeft') return cells[place - 1] || null;
    if (key === 'ArrowRight') return cells[place + 1] || null;
    const other = key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
    return other === null ? null : other.querySelectorAll('select')[place] || null;
  }

  /* The body is read now, so that what is typed later does not change it; what it goes on from is set when it is sent. */
  function post(form) {
    const fields = new URLSearchParams(new FormData(form));
    if (isRemovedAlready(form, fields)) return;
    const last = waiting[waiting.length - 1];
    const isMatrix = form.hasAttribute('data-matrix');
    if (last !== undefined && last.isMatrix && isMatrix) waiting.pop();
    waiting.push({ address: form.action, fields, isMatrix });
    if (!isPosting) send(waiting.shift());
  }

  /* A second click removes nothing more, and an example moves up by those that are removed before it. */
  function isRemovedAlready(form, fields) {
    const at = Number(fields.get('at'));
    const isRemoval = fields.get('edit').startsWith('remove-');
    if (isRemoval && removing.some((earlier) => earlier.form === form)) return true;
    if (fields.has('at')) fields.set('at', at - removing.filter(({ place }) => place < at).length);
    if (isRemoval) removing.push({ form, place: fields.has('at') ? at : Infinity });
    return false;
  }

  function send(request) {
    isPosting = true;
    questions += 1;
    main.classList.add('is-waiting');
    request.fields.set('guard', guard);
    if (request.isMatrix) seenCells().forEach(({ name, value }) => request.fields.set(name, value));
    fetch(`${request.address}?live=1`, { method: 'POST', body: request.fields, credentials: 'same-origin' })
      .then(read)
      .then(({ saved, page, address }) => {
        postMatrix();
        isPosting = false;
        if (saved === null) return show(page, address);
        guard = saved.guard;
        if (request.isMatrix) keepSeen(request.fields);
        return waiting.length > 0 ? send(waiting.shift()) : ask(saved.to);
      })
      /* Without an answer the page is asked for again, and the browser says what is wrong. */
      .catch(() => window.location.reload());
  }

  /* What each cell of the matrix is on the server, as far as this page knows: only what is another is a change. */
  function seenCells() {
    return main.querySelectorAll('[data-matrix] input[name^="seen/"]');
  }

  function keepSeen(saved) {
    seenCells().forEach((cell) => {
      cell.value = saved.get(cell.name.replace('seen/', 'cell/')) || cell.value;
    });
  }

  /* What the change led to. Another window may have asked later and ended this question; then all is loaded anew. */
  function ask(address) {
    const question = questions;
    const isWanted = () => question === questions;
    fetch(`${address}?live=1`, { credentials: 'same-origin' })
      .then((answer) => (answer.status === 409 ? Promise.reject(answer) : read(answer)))
      .then(({ page }) => {
        if (isWanted()) postMatrix();
        if (isWanted()) show(page, address);
      })
      .catch(() => {
        if (isWanted()) window.location.reload();
      });
  }

  function read(answer) {
    const { url } = answer;
    const isSaved = (answer.headers.get('content-type') || '').startsWith('application/json');
    if (isSaved) return answer.json().then((saved) => ({ saved, page: null, address: url }));
    const pageOf = (html) => new window.DOMParser().parseFromString(html, 'text/html');
    return answer.text().then((html) => ({ saved: null, page: pageOf(html), address: url }));
  }

  function show(page, address) {
    const shown = page.querySelector('main');
    const token = page.querySelector('[data-bench]');
    if (shown === null) return window.location.assign(address);
    const focused = document.activeElement === null ? '' : document.activeElement.id;
    const top = window.pageYOffset;
    waiting = [];
    removing = [];
    fill(shown);
    document.title = page.title;
    main.classList.remove('is-waiting');
    prepare();
    const wanted =
      main.querySelector('.error-summary') || (focused === '' ? null : document.getElementById(focused));
    if (wanted !== null) wanted.focus({ preventScroll: token !== null });
    window.scrollTo(0, token === null ? 0 : top);
    return undefined;
  }

  /* Styles that are here already stay where they are: loaded anew, they would let the page flash without them. */
  function fill(shown) {
    const kept = [...main.querySelectorAll('link')];
    shown.querySelectorAll('link').forEach((link) => {
      if (kept.some((one) => one.getAttribute('href') === link.getAttribute('href'))) link.remove();
    });
    [...main.childNodes].filter((node) => !kept.includes(node)).forEach((node) => node.remove());
    main.append(...shown.childNodes);
  }

  function prepare() {
    const field = main.querySelector('[data-bench] input[name="guard"]');
    guard = field === null ? '' : field.value;
    main.querySelectorAll('[data-without-script]').forEach((part) => {
      part.hidden = true;
    });
  }
})();
