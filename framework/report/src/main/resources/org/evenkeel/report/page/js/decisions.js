/* One decision at a time: its signals, their weights and outcomes with reasons, and the trades that followed. */
(function () {
  'use strict';
  const { data, make, format } = window.evenkeel;
  const choice = document.getElementById('cycle');
  if (!choice) return;
  const range = document.getElementById('cycle-range');
  const before = document.getElementById('cycle-before');
  const after = document.getElementById('cycle-after');
  const details = document.getElementById('cycle-details');
  const cycles = data('cycles').cycles;
  const weight = (value) => (value === 0 ? '' : format.percent(value));
  const money = (value) => (value === 0 ? '' : format.money(value));

  function table(caption, headings, rows) {
    const head = make('tr', {}, ...headings.map(([text, kind]) => make('th', { scope: 'col', class: kind }, text)));
    const frame = make('table', { class: 'dense' }, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...rows));
    return make('div', { class: rows.length > 25 ? 'scroll long' : 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, frame);
  }

  function row(muted, name, cells) {
    return make('tr', muted ? { class: 'muted' } : {}, make('th', { scope: 'row' }, name),
      ...cells.map(([text, kind]) => make('td', { class: kind }, text)));
  }

  function signals(cycle) {
    const rows = cycle.signals.map(([pair, rank, [signal, raw, wanted, old, target, held, adjust], outcome, why, traded, ordered]) =>
      row(rank === 0 && held === 0 && !ordered, pair, [
        [signal === null ? (ordered ? 'ordered' : 'held, no signal') : minusFour(signal), 'number'], [rank === 0 ? '' : String(rank), 'number'],
        [raw === 0 ? '' : minusFour(raw), 'number'], [weight(wanted), 'number'], [weight(old), 'number'],
        [money(target), 'number'], [money(held), 'number'], [adjust === 0 ? '' : format.gain(adjust), 'number'],
        [reason(outcome, why, traded)]
      ]));
    return table('Signals and orders, from weight to outcome', [
      ['Pair'], ['Signal', 'number'], ['Rank', 'number'], ['Raw weight', 'number'], ['Weight', 'number'], ['Held weight', 'number'],
      ['Target, USD', 'number'], ['Held, USD', 'number'], ['Change, USD', 'number'], ['Outcome, and why']
    ], rows);
  }

  /* The outcome, and the sentence with its numbers beneath it. */
  function reason(outcome, why, traded) {
    const cell = document.createDocumentFragment();
    cell.append(outcome, make('small', traded ? { class: 'traded' } : {}, why.replace(/^-/, '\u2212')));
    return cell;
  }

  function minusFour(value) {
    return value.toFixed(4).replace('-', '\u2212');
  }

  function ending(route, status) {
    const cell = document.createDocumentFragment();
    cell.append(status);
    if (route) cell.append(make('small', {}, route));
    return cell;
  }

  function trades(cycle) {
    const rows = cycle.trades.map(([pair, side, reason, at, numbers, route, status]) => {
      const [quantity, value, price, fee, impact, gas, realised] = numbers;
      return row(false, pair, [
        [side + ', ' + reason], [format.minute(at)], [numbers.length ? format.price(quantity) : '', 'number'],
        [numbers.length ? format.money(value) : '', 'number'], [numbers.length ? format.price(price) : '', 'number'],
        [numbers.length ? format.money(fee) : '', 'number'], [numbers.length ? format.money(impact) : '', 'number'],
        [numbers.length ? format.money(gas) : '', 'number'],
        [numbers.length && side === 'sell' ? format.gain(realised) : '', 'number'], [ending(route, status)]
      ]);
    });
    return table('Trades, and triggers until the next decision', [
      ['Pair'], ['Side, reason'], ['Time'], ['Quantity', 'number'], ['Value, USD', 'number'], ['Mid price', 'number'],
      ['Fee', 'number'], ['Impact', 'number'], ['Gas', 'number'], ['Realised', 'number'], ['Status and route']
    ], rows);
  }

  function fact(name, value) {
    return make('div', {}, make('dt', {}, name), make('dd', {}, value));
  }

  function show(place) {
    const cycle = cycles[place];
    const [equity, cash, equityAfter, cashAfter] = cycle.money;
    const facts = make('dl', { class: 'money' },
      fact('Equity', format.money(equity) + ' USD'), fact('Cash', format.money(cash) + ' USD'),
      fact('After the trades', format.money(equityAfter) + ' USD'), fact('of it cash', format.money(cashAfter) + ' USD'));
    const parts = [make('h3', {}, 'Decision ' + cycle.number + ', ' + format.minute(cycle.at) + ' UTC'), facts];
    if (cycle.signals.length) parts.push(signals(cycle));
    if (cycle.more > 0) parts.push(make('p', { class: 'caption' }, cycle.more + ' further signals that led to nothing are left out.'));
    parts.push(cycle.trades.length ? trades(cycle) : make('p', {}, 'Nothing was traded.'));
    details.replaceChildren(...parts);
    choice.selectedIndex = place;
    range.value = String(place);
    range.setAttribute('aria-valuetext', choice.options[place].textContent);
    before.disabled = place === 0;
    after.disabled = place === cycles.length - 1;
  }

  choice.addEventListener('change', () => show(choice.selectedIndex));
  range.addEventListener('input', () => show(Number(range.value)));
  before.addEventListener('click', () => show(choice.selectedIndex - 1));
  after.addEventListener('click', () => show(choice.selectedIndex + 1));
  show(cycles.length - 1);
})();
