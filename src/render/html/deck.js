// Steps through the scenes and tells more of a unit under the mouse or the finger. Without it the page is read from
// top to bottom; nothing is lost but the stepping.
'use strict';
(() => {
  const scenes = [...document.querySelectorAll('.scene')];
  const card = document.getElementById('card');
  const [previous, next] = document.querySelectorAll('nav button');
  const place = document.querySelector('nav output');
  const choice = document.querySelector('nav select');
  const listed = { following: 4, pinned: 10 };  // products in a card; the rest is a number
  let now = -1, pinned = null, outline = null;

  // The browser's own hints would lie over the card.
  for (const svg of document.querySelectorAll('figure svg')) {
    svg.setAttribute('aria-label', svg.querySelector('title').textContent + '. ' + svg.querySelector('desc').textContent);
    svg.removeAttribute('aria-labelledby');
    for (const title of [...svg.querySelectorAll('title')]) title.remove();
  }

  function show(index, remember = true) {
    index = Math.max(0, Math.min(scenes.length - 1, index));
    if (index === now) return;
    close();
    now = index;
    scenes.forEach((scene, i) => scene.classList.toggle('now', i === now));
    previous.disabled = now === 0;
    next.disabled = now === scenes.length - 1;
    choice.selectedIndex = now;
    place.textContent = place.dataset.form.replace('{0}', now + 1).replace('{1}', scenes.length);
    window.scrollTo(0, 0);
    if (remember) try { history.replaceState(null, '', '#' + scenes[now].id); } catch { /* a page from a mail */ }
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // What the scene's table and its list say of a unit.
  function fill(unit, most) {
    const scene = scenes[now];
    const row = scene.querySelector('tr[data-unit="' + CSS.escape(unit) + '"]');
    if (!row) return false;
    const heads = [...scene.querySelectorAll('th')], cells = [...row.children];
    const facts = document.createElement('dl');
    cells.slice(1).forEach((cell, i) => {
      if (!cell.textContent) return;
      facts.append(element('dt', heads[i + 1].textContent), element('dd', cell.textContent));
    });
    const shut = element('button', '×');
    shut.className = 'close';
    shut.setAttribute('aria-label', card.dataset.close);
    shut.addEventListener('click', close);
    card.replaceChildren(shut, element('h3', cells[0].textContent), facts);
    const list = document.getElementById(scene.dataset.list);
    const items = list ? [...list.querySelectorAll('[data-of="' + CSS.escape(unit) + '"] li')] : [];
    if (items.length === 0) return true;
    const names = document.createElement('ul');
    for (const item of items.slice(0, most)) names.append(element('li', item.textContent));
    if (items.length > most)
      names.append(element('li', card.dataset.more.replace('{0}', items.length - most)));
    card.append(names);
    return true;
  }

  // The unit's own outline, over all fills of its map.
  function mark(unit) {
    if (outline) outline.remove();
    outline = null;
    if (unit === null) return;
    for (const shape of scenes[now].querySelectorAll('use[data-unit="' + CSS.escape(unit) + '"]')) {
      const group = shape.closest('.shapes');
      if (group.getBoundingClientRect().width === 0) continue;
      outline = shape.cloneNode();
      outline.setAttribute('fill', 'none');
      outline.setAttribute('stroke', '#111');
      outline.setAttribute('stroke-width', 5 * group.dataset.pixel);
      outline.setAttribute('pointer-events', 'none');
      outline.removeAttribute('data-unit');
      group.append(outline);
      return;
    }
  }

  function open(unit, x, y, stays) {
    if (!fill(unit, stays ? listed.pinned : listed.following)) return close();
    mark(unit);
    card.classList.add('open');
    card.classList.toggle('following', !stays);
    pinned = stays ? unit : null;
    const box = card.getBoundingClientRect();
    const left = x + 24 + box.width > innerWidth ? x - 24 - box.width : x + 24;
    card.style.left = Math.max(8, left) + 'px';
    card.style.top = Math.max(8, Math.min(y - 20, innerHeight - box.height - 8)) + 'px';
  }

  function close() {
    card.classList.remove('open');
    pinned = null;
    if (now >= 0) mark(null);
  }

  const unit_at = (event) => {
    const hit = event.target.closest && event.target.closest('figure [data-unit]');
    return hit ? hit.dataset.unit : null;
  };

  document.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || pinned !== null) return;
    const unit = unit_at(event);
    if (unit === null) close(); else open(unit, event.clientX, event.clientY, false);
  });
  document.addEventListener('click', (event) => {
    if (card.contains(event.target)) return;
    const unit = unit_at(event);
    if (unit === null || unit === pinned) close(); else open(unit, event.clientX, event.clientY, true);
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const choosing = event.target.closest('select') !== null;
    const pressing = choosing || event.target.closest('button, summary, a') !== null;  // these know what a space is
    if (event.key === 'Escape') close();
    else if (event.key === 'PageDown' || (event.key === 'ArrowRight' && !choosing) || (event.key === ' ' && !pressing)) show(now + 1);
    else if (event.key === 'PageUp' || (event.key === 'ArrowLeft' && !choosing)) show(now - 1);
    else if (event.key === 'Home' && !choosing) show(0);
    else if (event.key === 'End' && !choosing) show(scenes.length - 1);
    else return;
    event.preventDefault();
  });

  // A sideways stroke with one finger, unless the page is zoomed in: then it moves the page.
  let start = null;
  document.addEventListener('touchstart', (event) => {
    const zoomed = window.visualViewport && window.visualViewport.scale > 1.05;
    const touch = event.touches[0];
    start = event.touches.length === 1 && !zoomed && !card.contains(event.target) ? [touch.clientX, touch.clientY] : null;
  }, { passive: true });
  document.addEventListener('touchend', (event) => {
    if (start === null) return;
    const dx = event.changedTouches[0].clientX - start[0], dy = event.changedTouches[0].clientY - start[1];
    start = null;
    if (Math.abs(dx) > 60 && Math.abs(dx) > 2 * Math.abs(dy)) show(now + (dx < 0 ? 1 : -1));
  }, { passive: true });

  previous.addEventListener('click', () => show(now - 1));
  next.addEventListener('click', () => show(now + 1));
  choice.addEventListener('change', () => show(choice.selectedIndex));
  const named = () => scenes.findIndex((scene) => '#' + scene.id === decodeURIComponent(location.hash));
  window.addEventListener('hashchange', () => { if (named() >= 0) show(named(), false); });

  document.documentElement.classList.add('stepping');
  show(Math.max(0, named()), false);
})();
