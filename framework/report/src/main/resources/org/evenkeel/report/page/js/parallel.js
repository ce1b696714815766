/* Runs as lines across all parameters, to their figure at the right: the best, and a fair pick of the others. */
(function () {
  'use strict';
  const { data, base, pane, tip, figure, scale } = window.evenkeel;
  const source = data('map');
  if (!source || !document.querySelector('[data-pane="parallel"]')) return;
  const most = 1500;
  const best = 300;
  const axes = source.axes.map((axis, i) => i).filter((i) => source.axes[i].labels.length > 1);
  const metric = source.metrics[0];

  /* The best runs, and every so-manieth of the others, so that none of their range is lost. From the worst to the best. */
  const runs = (function () {
    const all = source.values[0].map((value, i) => i).filter((i) => source.values[0][i] !== null);
    all.sort((a, b) => (source.values[0][b] - source.values[0][a]) * (metric.higher ? 1 : -1));
    const step = Math.max(1, (all.length - best) / (most - best));
    const kept = all.slice(0, best);
    for (let at = best; at < all.length; at += step) kept.push(all[Math.floor(at)]);
    if (all.length > best) kept.push(all[all.length - 1]);
    document.getElementById('parallel-words').textContent = kept.length < all.length
      ? 'The best ' + best + ' of ' + all.length.toLocaleString('en-US') + ' points and a pick of the others from all of their range, the best run in the colour of ink.'
      : 'All ' + all.length.toLocaleString('en-US') + ' points, the best run in the colour of ink.';
    return Array.from(new Set(kept)).reverse();
  })();

  function lines(look) {
    const colours = scale(look, runs.map((cell) => source.values[0][cell]));
    return runs.map((cell, i) => ({
      value: axes.map((axis) => source.at[axis][cell]).concat(source.values[0][cell]),
      lineStyle: i === runs.length - 1
        ? { color: look.ink, width: 3, opacity: 1 }
        : { color: colours.colour(source.values[0][cell]), width: 1.2, opacity: Math.max(0.2, Math.min(0.9, 250 / runs.length)) }
    }));
  }

  function option(look) {
    const axisOption = base(look);
    const label = { color: look.ink, hideOverlap: true, backgroundColor: look.paper, padding: [1, 3], borderRadius: 2 };
    const axis = (dim, name, more) => Object.assign({
      dim: dim, name: name, nameTextStyle: { color: look.ink, fontWeight: 500 }, axisLine: { lineStyle: { color: look.soft } }, axisTick: { show: false }, axisLabel: label,
      areaSelectStyle: { color: look.gain, borderColor: look.gain, opacity: 0.3, width: 18 }
    }, more);
    delete axisOption.axisPointer;
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, {
        trigger: 'item',
        formatter: (point) => tip(metric.label + ' ' + figure(metric, source.values[0][runs[point.dataIndex]]),
          axes.map((i) => [source.axes[i].name, source.axes[i].labels[source.at[i][runs[point.dataIndex]]]]))
      }),
      parallel: { left: 40, right: 90, top: 40, bottom: 16 },
      parallelAxis: axes.map((i, dim) => axis(dim, source.axes[i].name, {
        type: 'category', data: source.axes[i].labels, axisLabel: Object.assign({ interval: Math.ceil(source.axes[i].labels.length / 12) - 1 }, label)
      }))
        .concat(axis(axes.length, metric.label, { type: 'value', scale: true, axisLabel: Object.assign({ formatter: (value) => figure(metric, value) }, label) })),
      series: [{ type: 'parallel', data: lines(look), smooth: false, inactiveOpacity: 0.03, activeOpacity: 0.9, progressive: 0 }]
    });
  }

  pane('parallel', option);
})();
