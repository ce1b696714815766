/* What all panes share: data, theme, formats, tooltips, and drawing a pane only once it comes into view. */
(function () {
  'use strict';
  const panes = [];
  const known = new Map();

  /* The data of a section, read on first use. */
  function data(id) {
    if (!known.has(id)) {
      const element = document.getElementById('data-' + id);
      known.set(id, element ? JSON.parse(element.textContent) : null);
    }
    return known.get(id);
  }

  /* The colours in force, from the style sheet; for print the light ones. */
  function theme(light) {
    const probe = document.createElement('div');
    if (light) probe.className = 'light';
    document.body.appendChild(probe);
    const style = getComputedStyle(probe);
    const colour = (name) => style.getPropertyValue('--' + name).trim();
    const result = { font: getComputedStyle(document.body).fontFamily, palette: [] };
    for (const name of ['paper', 'panel', 'ink', 'soft', 'line', 'faint', 'gain', 'loss', 'cash', 'series']) {
      result[name] = colour(name);
    }
    for (let i = 1; i <= 14; i++) result.palette.push(colour('c' + i));
    for (const ramp of ['heat', 'turn']) {
      result[ramp] = [];
      for (let i = 1; i <= 7; i++) result[ramp].push(colour(ramp + '-' + i));
    }
    probe.remove();
    return result;
  }

  const minus = (text) => text.replace('-', '\u2212');
  const fixed = (digits) => {
    const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return (value) => (value === null || value === undefined || Number.isNaN(value) ? '\u2013' : minus(format.format(value)));
  };
  const significant = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
  const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
  const two = fixed(2);
  const one = fixed(1);
  const format = {
    money: two,
    wholeMoney: fixed(0),
    percent: (value) => (value === null || value === undefined ? '\u2013' : one(value * 100) + '\u00a0%'),
    share: (value) => (value === null || value === undefined ? '\u2013' : minus(significant.format(value * 100)) + '\u00a0%'),
    change: (value) => (value > 0 ? '+' : '') + format.percent(value),
    gain: (value) => (value > 0 ? '+' : '') + two(value),
    price: (value) => {
      if (value === null || value === undefined) return '\u2013';
      const small = value !== 0 && Math.abs(value) < 1e-3;
      return small ? value.toExponential(4).replace(/-/g, '\u2212') : minus(significant.format(value));
    },
    short: (value) => minus(compact.format(value)),
    date: (time) => new Date(time).toISOString().slice(0, 10),
    minute: (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ')
  };

  /* An element with children; texts are texts, never markup. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const name in attributes) {
      if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
    }
    element.append(...children);
    return element;
  }

  /* A tooltip: a heading, and rows of name and value. */
  function tip(heading, rows) {
    const body = rows.map((row) => make('tr', {}, make('td', {}, row[0]), make('td', { class: 'number' }, row[1])));
    return make('div', { class: 'tip' }, make('p', {}, heading), make('table', {}, make('tbody', {}, ...body)));
  }

  function synthetic() {
    return document.querySelector('.badge') !== null;
  }

  /* What every chart has. Lines say their `zlevel`, or ECharts 5.3.1 warns when one is pointed at. */
  function base(look) {
    return {
      animation: false,
      useUTC: true,
      backgroundColor: 'transparent',
      color: look.palette,
      textStyle: { fontFamily: look.font, color: look.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: look.soft, width: 1 }, label: { show: false } },
      graphic: synthetic()
        ? [{ type: 'text', right: 8, top: 2, silent: true, style: { text: 'synthetic data', fill: look.soft, font: '11px ' + look.font } }]
        : [],
      tooltip: {
        trigger: 'axis', confine: true, transitionDuration: 0, padding: 10,
        backgroundColor: look.panel, borderColor: look.line, textStyle: { color: look.ink }
      }
    };
  }

  function timeAxis(look, more) {
    return Object.assign({
      type: 'time',
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
      axisLabel: { color: look.soft, hideOverlap: true },
      splitLine: { show: false }
    }, more);
  }

  function valueAxis(look, formatter, more) {
    return Object.assign({
      type: 'value',
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.soft, formatter: formatter, hideOverlap: true },
      splitLine: { lineStyle: { color: look.line, width: 1 } },
      splitNumber: 4,
      nameTextStyle: { color: look.soft, align: 'left' },
      nameGap: 10
    }, more);
  }

  /* Linear, unless the highest value is so many times the lowest that half the line would lie on the ground. */
  function axisType(values) {
    let low = Infinity;
    let high = 0;
    for (const value of values) {
      if (value > 0) low = Math.min(low, value);
      if (value > 0) high = Math.max(high, value);
    }
    return high > 20 * low ? 'log' : 'value';
  }

  /* Where a logarithmic axis begins: 1, 2 or 5 times a power of ten. */
  function lowest(range) {
    const power = Math.pow(10, Math.floor(Math.log10(range.min)));
    return [5, 2, 1].map((times) => times * power).find((candidate) => candidate <= range.min);
  }

  /* Where it ends. */
  function highest(range) {
    const power = Math.pow(10, Math.floor(Math.log10(range.max)));
    return [1, 2, 5, 10].map((times) => times * power).find((candidate) => candidate >= range.max);
  }

  function slider(look, axes, more) {
    return Object.assign({
      type: 'slider', xAxisIndex: axes, height: 22, bottom: 4, showDetail: false, brushSelect: false,
      borderColor: look.line, fillerColor: look.faint, handleStyle: { color: look.panel, borderColor: look.soft },
      moveHandleSize: 0, dataBackground: { lineStyle: { color: look.line }, areaStyle: { color: look.faint } },
      selectedDataBackground: { lineStyle: { color: look.soft }, areaStyle: { color: look.faint } }
    }, more);
  }

  const zip = (times, values) => times.map((time, i) => [time, values[i]]);

  /* The key of a pane, above its chart: texts that wrap where the page is narrow. `kind` is the class of the sign. */
  function key(entry, items) {
    const list = entry.figure.querySelector('.key') || make('p', { class: 'key' });
    list.replaceChildren(...items.map((item) => {
      const sign = make('i', { class: item.kind });
      sign.style.setProperty('--colour', 'var(--' + item.colour + ')');
      return make('span', {}, sign, item.name);
    }));
    entry.element.before(list);
  }

  /* The place of a series in the palette; from the eighth on an area is hatched. */
  const swatch = (i) => ({ colour: 'c' + (i % 14 + 1), kind: i % 14 < 7 ? 'area' : 'hatched' });

  function fill(look, i) {
    const hatch = { symbol: 'rect', color: look.panel, dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: -Math.PI / 4, symbolSize: 1 };
    return Object.assign({ color: look.palette[i % 14] }, i % 14 < 7 ? {} : { decal: hatch });
  }

  /* Registers a pane: `option` makes its chart's option from the look. It is drawn when it comes near the window. */
  function pane(name, option, ready) {
    const figure = document.querySelector('[data-pane="' + name + '"]');
    if (!figure) return null;
    const entry = { figure: figure, element: figure.querySelector('.chart'), option: option, ready: ready, chart: null };
    panes.push(entry);
    return entry;
  }

  function show(entry) {
    if (entry.chart) return;
    entry.chart = echarts.init(entry.element);
    redraw(entry);
    if (entry.ready) entry.ready(entry);
  }

  /* Draws an option; a pane may have something to mend once it is seen where things lie. */
  function draw(chart, option, entry) {
    chart.setOption(option, { notMerge: true });
    if (entry.finish) entry.finish(chart, option);
  }

  function redraw(entry) {
    if (entry.chart) draw(entry.chart, entry.option(theme(false), entry), entry);
  }

  function start() {
    const seen = new IntersectionObserver((entries) => {
      for (const change of entries) {
        if (change.isIntersecting) show(panes.find((entry) => entry.figure === change.target));
      }
    }, { rootMargin: '300px' });
    for (const entry of panes) seen.observe(entry.figure);
    const resized = new ResizeObserver((entries) => {
      for (const change of entries) {
        const entry = panes.find((candidate) => candidate.element === change.target);
        if (!entry.chart || change.contentRect.width === 0) continue;
        entry.chart.resize();
        if (entry.finish) redraw(entry);
      }
    });
    for (const entry of panes) resized.observe(entry.element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => panes.forEach(redraw));
  }

  window.evenkeel = {
    panes, data, theme, format, make, tip, base, timeAxis, valueAxis, axisType, lowest, highest, slider, zip, key, swatch, fill, pane, draw, redraw, start,
    showAll: () => panes.forEach(show)
  };
})();
