// Runs before everything else, in any browser there is: one that cannot read the app gets words instead of a page that waits for ever.
// ES5 only. In WeChat nothing is kept for sure, so a tablet's app says how to open the real browser before the pairing code is used.
(function () {
  var root = document.documentElement, refused = false;
  var old = ['这台设备的浏览器太旧，打不开这一页。',
    '需要 Chrome 80（2020 年）或 Safari 14（iPadOS 14）以上，' + found(),
    '请先更新浏览器或系统；更新不了的，换一个浏览器（Edge、Chrome、Firefox 的新版）或换一台设备。已经交上的成绩不受影响。'];
  var wechat = ['请不要在微信里评分。', '微信自带的浏览器会清掉存在本机的分数。',
    '请点右上角的“···”，选“在浏览器打开”（或“在默认浏览器中打开”）。配对码还没有用掉，到了那边会接着配对。'];

  function found() {
    var is = /(?:Chrome|CriOS)\/(\d+)/.exec(navigator.userAgent), safari = /Version\/([\d.]+).*Safari/.exec(navigator.userAgent);
    return is ? '现在是 Chrome ' + is[1] + '。' : safari ? '现在是 Safari ' + safari[1] + '。' : '现在这个不是。';
  }
  function say(words) {
    if (refused) return;
    refused = true;
    root.setAttribute('data-refused', '');
    function show() {
      var main = document.createElement('main'), i, line;
      main.style.cssText = 'max-width:560px;margin:0 auto;padding:64px 24px;font:18px/1.7 sans-serif;color:#16202c;background:#fff;height:100%';
      for (i = 0; i < words.length; i++) {
        line = document.createElement(i ? 'p' : 'h1');
        line.style.cssText = i ? 'margin:16px 0 0' : 'font-size:24px;line-height:1.4;margin:0';
        line.appendChild(document.createTextNode(words[i]));
        main.appendChild(line);
      }
      document.body.innerHTML = '';
      document.body.style.background = '#fff';
      document.body.appendChild(main);
    }
    if (document.body && document.readyState !== 'loading') show(); else document.addEventListener('DOMContentLoaded', show);
  }

  // What cannot be read at all says so itself.
  window.addEventListener('error', function (event) { if (/SyntaxError/.test(event.message)) say(old); });
  if (!('noModule' in document.createElement('script')) || typeof BigInt === 'undefined' || typeof globalThis === 'undefined'
    || !Promise.allSettled || !window.ResizeObserver || !window.indexedDB) say(old);
  if (/MicroMessenger/i.test(navigator.userAgent) && /^\/judge\//.test(location.pathname)) say(wechat);
})();
