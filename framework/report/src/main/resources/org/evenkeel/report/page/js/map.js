/* One figure of all runs over two parameters as colours, or over one as a line. */
(function () {
  'use strict';
  const { data, base, valueAxis, pane, redraw, tip, make, figure, scale, isLight, slice, isTriangle } = window.evenkeel;
  const source = data('map');
  if (!source) return;
  const VALUE = 0, UNDEFINED = 1, FAILED = 2, INVALID = 3, NOT_RUN = 4;
  const names = { [FAILED]: 'the run failed', [INVALID]: 'invalid, left out', [NOT_RUN]: 'not run' };
  const control = (name) => document.getElementById('map-' + name);
  const chosen = (name, otherwise) => (control(name) ? Number(control(name).value) : otherwise);
  const reasons = new Map();
  for (const reason of source.reasons) {
    for (let i = 0; i < reason.cells.length; i += 2) reasons.set(reason.cells[i] + '/' + reason.cells[i + 1], reason.text);
  }

  function choice() {
    const first = source.axes.findIndex((axis) => axis.labels.length > 1);
    const x = chosen('x', first);
    return {
      metric: chosen('metric', 0), x: x, y: chosen('y', x), rest: control('rest') ? control('rest').value : 'best',
      mirror: control('mirror') !== null && control('mirror').checked
    };
  }

  function why(place, metric) {
    if (place.state === NOT_RUN || place.state === INVALID) return names[place.state];
    return reasons.get(place.cell + '/' + (place.state === FAILED ? -1 : metric)) || names[place.state] || 'n/a';
  }

  function place(now, map, i) {
    const column = source.axes[now.x].labels[i % map.columns];
    const row = now.x === now.y ? [] : [source.axes[now.y].name + ' ' + source.axes[now.y].labels[Math.floor(i / map.columns)]];
    return [source.axes[now.x].name + ' ' + column].concat(row).join(', ');
  }

  function tooltip(now, map, i) {
    const there = map.places[i];
    const rows = there.state === VALUE
      ? [[source.metrics[now.metric].label, figure(source.metrics[now.metric], there.value)]]
      : [[why(there, now.metric), '']];
    if (there.state === VALUE && there.count === 1 && there.cell >= 0) {
      source.metrics.forEach((metric, other) => {
        if (other !== now.metric) rows.push([metric.label, figure(metric, source.values[other][there.cell])]);
      });
    }
    if (there.count > 1) rows.push([now.rest === 'mean' ? 'mean of' : 'best of', there.count + ' points']);
    return tip(place(now, map, i), rows);
  }

  /* Lines that slant, for what was left out. */
  function hatch(look) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    const pen = canvas.getContext('2d');
    pen.strokeStyle = look.cash;
    pen.lineWidth = 1.4;
    for (const shift of [-8, 0, 8]) {
      pen.beginPath();
      pen.moveTo(shift, 8);
      pen.lineTo(shift + 8, 0);
      pen.stroke();
    }
    return { image: canvas, repeat: 'repeat' };
  }

  function cross(box, colour) {
    const half = Math.min(box.width, box.height, 16) * 0.32;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const line = (sign) => ({
      type: 'line', silent: true, shape: { x1: x - half, y1: y - sign * half, x2: x + half, y2: y + sign * half },
      style: { stroke: colour, lineWidth: Math.max(1, half / 3) }
    });
    return [line(1), line(-1)];
  }

  function cell(look, now, drawn, params, api) {
    const i = params.dataIndex;
    const there = drawn.map.places[i];
    const [width, height] = api.size([1, 1]);
    const at = api.coord([i % drawn.map.columns, Math.floor(i / drawn.map.columns)]);
    const gap = Math.min(width, height) > 9 ? 1 : 0;
    const left = Math.round(at[0] - width / 2);
    const top = Math.round(at[1] - height / 2);
    const box = { x: left, y: top, width: Math.max(1, Math.round(at[0] + width / 2) - left - gap), height: Math.max(1, Math.round(at[1] + height / 2) - top - gap) };
    const fills = [null, look.cash, look.panel, drawn.hatch, look.panel];
    const colour = there.state === VALUE ? drawn.scale.colour(there.value) : fills[there.state];
    const children = [{ type: 'rect', shape: box, style: { fill: colour } }];
    if (there.state === FAILED && box.width > 3) children.push(...cross(box, look.loss));
    const text = there.state === VALUE ? figure(source.metrics[now.metric], there.value) : there.state === UNDEFINED ? '\u2013' : '';
    if (text !== '' && box.width > text.length * 6.3 + 4 && box.height > 14) {
      children.push({
        type: 'text', silent: true, style: {
          text: text, x: box.x + box.width / 2, y: box.y + box.height / 2, align: 'center', verticalAlign: 'middle', font: '11px ' + look.font,
          fill: there.state === VALUE ? (isLight(colour) ? '#1d2530' : '#ffffff') : look.ink
        }
      });
    }
    return children.length === 1 ? children[0] : { type: 'group', children: children };
  }

  /* A frame around a cell, so that it is found however small it is. */
  function frame(look, dashed, params, api) {
    const [width, height] = api.size([1, 1]);
    const at = api.coord([api.value(0), api.value(1)]);
    const wide = Math.max(width, 10);
    const high = Math.max(height, 10);
    const box = { x: at[0] - wide / 2, y: at[1] - high / 2, width: wide, height: high, r: 2 };
    const stroke = (colour, line, dash) => ({ type: 'rect', silent: true, shape: box, style: { fill: 'none', stroke: colour, lineWidth: line, lineDash: dash } });
    return { type: 'group', silent: true, children: [stroke(look.panel, 5, null), stroke(look.ink, 2, dashed ? [4, 3] : null)] };
  }

  function mark(look, name, place, now, dashed) {
    return {
      name: name, type: 'custom', z: 5, silent: true, tooltip: { show: false }, renderItem: (params, api) => frame(look, dashed, params, api),
      data: isShown(now, place) ? [[place[now.x], place[now.y]]] : []
    };
  }

  /* Whether a place lies on the map: on its slice, or anywhere where the other axes are put together. */
  function isShown(now, place) {
    if (place.length === 0) return false;
    return now.rest !== 'best' || place.every((step, axis) => axis === now.x || axis === now.y || step === source.best[axis]);
  }

  function categories(look, axis, more) {
    return Object.assign({
      type: 'category', data: axis.labels, name: axis.name, nameTextStyle: { color: look.soft, fontWeight: 500 },
      axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: look.soft, hideOverlap: true }, splitLine: { show: false }
    }, more);
  }

  function key(entry, now, map, colours) {
    if (!entry.figure) return;
    const has = (state) => map.places.some((one) => one.state === state);
    const metric = source.metrics[now.metric];
    const items = map.rows === 1 || !has(VALUE) ? [] : [make('span', {}, figure(metric, colours.low), make('i', { class: colours.turns ? 'ramp turn' : 'ramp' }), figure(metric, colours.high))];
    const sign = (kind, text) => items.push(make('span', {}, make('i', { class: 'cell ' + kind }), text));
    if (source.best.length > 0) sign(map.rows === 1 ? 'circle' : 'best', 'best run');
    if (map.rows === 1 && now.metric === 0 && source.neighbours > 0) sign('beside', 'mean of the neighbours');
    if (map.rows > 1 && isShown(now, source.plateau)) sign('plateau', 'best neighbours');
    if (has(FAILED)) sign('failed', 'failed');
    if (has(INVALID)) sign('invalid', 'invalid, left out');
    if (has(NOT_RUN)) sign('none', 'not run');
    if (has(UNDEFINED)) sign('undefined', 'no figure');
    const list = entry.figure.querySelector('.key') || make('p', { class: 'key' });
    list.replaceChildren(...items);
    entry.element.before(list);
  }

  function words(now, map) {
    const axes = now.x === now.y ? source.axes[now.x].name : source.axes[now.x].name + ' and ' + source.axes[now.y].name;
    const others = source.axes.filter((axis, i) => axis.labels.length > 1 && i !== now.x && i !== now.y);
    const rest = {
      best: 'at the values of the best run: ' + others.map((axis) => axis.name + ' ' + axis.labels[source.best[source.axes.indexOf(axis)]]).join(', '),
      mean: 'averaged over', top: 'at the best of their values'
    };
    const mirrored = now.mirror && isTriangle(now) ? ' One half is valid; the other shows it mirrored.' : '';
    const beside = others.length > 0 ? ', the other parameters ' + rest[now.rest] : '';
    document.getElementById('map-words').textContent = source.metrics[now.metric].label + ' over ' + axes + beside + '.' + mirrored;
  }

  /* Every so-manieth label, where there are more rows than lines of text have room. */
  function rowLabels(look, map, height) {
    return { color: look.soft, interval: Math.ceil(15 * map.rows / Math.max(1, height - 70)) - 1 };
  }

  function colours(look, now, map, drawn) {
    const axisOption = base(look);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { trigger: 'item', formatter: (point) => tooltip(now, map, point.dataIndex) }),
      grid: { left: 14, right: 16, top: 30, bottom: 34, containLabel: true },
      xAxis: categories(look, source.axes[now.x], { nameLocation: 'middle', nameGap: 30 }),
      yAxis: categories(look, source.axes[now.y], { nameLocation: 'end', nameGap: 12, axisLabel: rowLabels(look, map, drawn.height), nameTextStyle: { color: look.soft, fontWeight: 500, align: 'left' } }),
      series: [
        { name: 'Runs', type: 'custom', progressive: 0, data: map.places.map((one, i) => [i % map.columns, Math.floor(i / map.columns)]), renderItem: (params, api) => cell(look, now, drawn, params, api) },
        mark(look, 'Best neighbours', source.plateau, now, true), mark(look, 'Best run', source.best, now, false)
      ]
    });
  }

  /* The places of one row by state, for signs at the foot of the line. */
  const feet = (map, state) => map.places.map((one, i) => (one.state === state ? [i, 0] : null)).filter((one) => one !== null);

  const beside = (map) => map.places.map((one, i) => [i, one.state === VALUE ? source.values[source.neighbours][one.cell] : null]);

  function line(look, now, map) {
    const metric = source.metrics[now.metric];
    const axisOption = base(look);
    const best = source.best.length === 0 ? -1 : source.best[now.x];
    const foot = (name, state, symbol, colour) => ({
      name: name, type: 'scatter', yAxisIndex: 1, symbol: symbol, symbolSize: 9, data: feet(map, state), itemStyle: { color: colour }, z: 4
    });
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { formatter: (points) => tooltip(now, map, points[0].dataIndex === undefined ? 0 : points[0].value[0]) }),
      grid: { left: 14, right: 16, top: 30, bottom: 34, containLabel: true },
      xAxis: categories(look, source.axes[now.x], { nameLocation: 'middle', nameGap: 30 }),
      yAxis: [valueAxis(look, (value) => figure(metric, value), { scale: true, name: metric.label }), { type: 'value', min: -0.06, max: 1, show: false, axisLabel: { show: false } }],
      series: [
        {
          name: metric.label, type: 'line', zlevel: 0, data: map.places.map((one, i) => [i, one.state === VALUE ? one.value : null]), symbol: 'circle',
          symbolSize: map.columns > 120 ? 0 : 6, showAllSymbol: true, lineStyle: { color: look.series, width: 2.2 }, itemStyle: { color: look.series }, z: 3
        },
        {
          name: 'Mean of the neighbours', type: 'line', zlevel: 0, symbol: 'none', z: 2, data: now.metric === 0 && source.neighbours > 0 ? beside(map) : [],
          lineStyle: { color: look.palette[0], width: 1.4, type: [7, 3] }, itemStyle: { color: look.palette[0] }
        },
        foot('Failed', FAILED, 'path://M-6 -4L-4 -6L0 -2L4 -6L6 -4L2 0L6 4L4 6L0 2L-4 6L-6 4L-2 0Z', look.loss),
        foot('Invalid', INVALID, 'rect', look.cash),
        {
          name: 'Best run', type: 'scatter', symbol: 'circle', symbolSize: 16, z: 5, silent: true,
          data: best < 0 || map.places[best].state !== VALUE ? [] : [[best, map.places[best].value]],
          itemStyle: { color: 'transparent', borderColor: look.ink, borderWidth: 2 }
        }
      ]
    });
  }

  const entry = pane('map', (look, there) => {
    const now = choice();
    const map = slice(now);
    const drawn = { map: map, height: there.element.clientHeight, hatch: hatch(look), scale: scale(look, map.places.map((one) => one.value)) };
    key(there, now, map, drawn.scale);
    words(now, map);
    return map.rows === 1 ? line(look, now, map) : colours(look, now, map, drawn);
  });

  for (const name of ['metric', 'x', 'y', 'rest', 'mirror']) {
    if (control(name)) control(name).addEventListener('change', () => redraw(entry));
  }
})();
