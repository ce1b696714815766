/* Tables whose columns can be sorted: each heading becomes a button. */
(function () {
  'use strict';
  const { make } = window.evenkeel;

  /* The number that a cell shows, or its text. */
  function key(cell) {
    const text = cell.textContent.trim();
    const plain = text.replace(/\u2212/g, '-').replace(/[,+%\u00a0\s]/g, '');
    if (cell.classList.contains('number')) return plain === '' || Number.isNaN(Number(plain)) ? -Infinity : Number(plain);
    return text.toLowerCase();
  }

  function sort(table, column, heading) {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const rows = Array.from(table.tBodies[0].rows).map((row) => [key(row.cells[column]), row]);
    rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (descending ? -1 : 1));
    table.tBodies[0].append(...rows.map((pair) => pair[1]));
  }

  function sortable(table) {
    Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
      const button = make('button', { type: 'button' }, heading.textContent);
      heading.replaceChildren(button);
      button.addEventListener('click', () => sort(table, column, heading));
    });
  }

  document.querySelectorAll('table.sortable').forEach(sortable);
})();
