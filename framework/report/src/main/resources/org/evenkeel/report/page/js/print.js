/* On paper: every chart as a picture in the light colours, and every fold opened. */
(function () {
  'use strict';
  const { panes, theme, make } = window.evenkeel;
  const width = 960;
  let folded = [];

  function picture(entry) {
    const frame = make('div', {});
    frame.style.cssText = 'position:absolute;left:-9999px;width:' + width + 'px;height:' + entry.element.clientHeight + 'px';
    document.body.appendChild(frame);
    const chart = echarts.init(frame);
    chart.setOption(entry.option(theme(true), { element: frame }));
    const image = make('img', { class: 'printed', alt: entry.element.getAttribute('aria-label') });
    image.src = chart.getDataURL({ pixelRatio: 2, backgroundColor: '#ffffff' });
    chart.dispose();
    frame.remove();
    return image;
  }

  function prepare() {
    if (document.documentElement.classList.contains('light')) return;
    document.documentElement.classList.add('light');
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    for (const fold of folded) fold.open = true;
    for (const entry of panes) entry.element.after(picture(entry));
  }

  function restore() {
    document.documentElement.classList.remove('light');
    for (const fold of folded) fold.open = false;
    document.querySelectorAll('.printed').forEach((image) => image.remove());
  }

  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', restore);
})();
