// Says what happened, what is kept and what to do.

import { el, get } from './dom';

export interface Action {
  text: string;
  act: () => void;
  primary?: boolean;
}

export function showBanner(kind: 'note' | 'alert', title: string, text: string, actions: Action[] = []): void {
  const box = get('banner');
  box.className = kind === 'alert' ? 'banner alert' : 'banner';
  box.setAttribute('role', kind === 'alert' ? 'alert' : 'status');
  const buttons = actions.map((a) => {
    const button = el('button', { className: a.primary ? 'primary' : '' }, a.text);
    button.addEventListener('click', a.act);
    return button;
  });
  box.replaceChildren(el('div', {}, el('strong', {}, title), el('p', {}, text)), el('div', { className: 'buttons' }, ...buttons));
  box.hidden = false;
}

export function hideBanner(): void {
  get('banner').hidden = true;
}
