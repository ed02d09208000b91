/** Our own icons: a grid of 20, strokes of 1.5, in the colour of the text around them. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

const PATHS = {
  open: svg`<path d="M2.75 15.25V5.5c0-.7.55-1.25 1.25-1.25h3.6l1.9 2h5.5c.7 0 1.25.55 1.25 1.25v1.25M2.75 15.25l2-5.6c.2-.55.7-.9 1.25-.9h10.6c.65 0 1.1.65.85 1.25l-1.75 4.5c-.2.5-.65.75-1.15.75z"/>`,
  paste: svg`<path d="M7 4.25H5.5c-.7 0-1.25.55-1.25 1.25v10.25c0 .7.55 1.25 1.25 1.25h9c.7 0 1.25-.55 1.25-1.25V5.5c0-.7-.55-1.25-1.25-1.25H13"/><rect x="7" y="2.75" width="6" height="3" rx="1"/>`,
  capture: svg`<path d="M3 6.5V4c0-.55.45-1 1-1h2.5M13.5 3H16c.55 0 1 .45 1 1v2.5M17 13.5V16c0 .55-.45 1-1 1h-2.5M6.5 17H4c-.55 0-1-.45-1-1v-2.5M6.5 8h7M6.5 12h4.5"/>`,
  picture: svg`<rect x="2.75" y="3.75" width="14.5" height="12.5" rx="1.5"/><circle cx="7" cy="8" r="1.25"/><path d="m3 14 4-3.75 2.75 2.5L13 9.5l4 4"/>`,
  drop: svg`<path d="M10 3v9.25M6.25 8.75 10 12.5l3.75-3.75M3.25 13v2.5c0 .7.55 1.25 1.25 1.25h11c.7 0 1.25-.55 1.25-1.25V13"/>`,
  rotateLeft: svg`<path d="M4 4v4h4M4.4 8A6.5 6.5 0 1 1 3.5 11.3"/>`,
  rotateRight: svg`<path d="M16 4v4h-4M15.6 8a6.5 6.5 0 1 0 .9 3.3"/>`,
  copy: svg`<rect x="7" y="7" width="9.75" height="9.75" rx="1.5"/><path d="M4.5 13c-.7 0-1.25-.55-1.25-1.25V4.5c0-.7.55-1.25 1.25-1.25h7.25c.7 0 1.25.55 1.25 1.25"/>`,
  copyAll: svg`<rect x="8.25" y="8.25" width="9" height="9" rx="1.5"/><path d="M5.5 14.5V7c0-.7.55-1.25 1.25-1.25h7.5M2.75 11.5V4.25c0-.7.55-1.25 1.25-1.25h7.5"/>`,
  copyLine: svg`<rect x="2.75" y="7" width="14.5" height="6" rx="1.5"/><path d="M5.75 10h8.5M4.5 3.75h11M4.5 16.25h7"/>`,
  save: svg`<path d="M10 3v8.75M6.75 8.75 10 12l3.25-3.25M4 13.5v2c0 .7.55 1.25 1.25 1.25h9.5c.7 0 1.25-.55 1.25-1.25v-2"/>`,
  saveAll: svg`<path d="M2.75 15V5.5c0-.7.55-1.25 1.25-1.25h3.6l1.9 2H16c.7 0 1.25.55 1.25 1.25V15c0 .7-.55 1.25-1.25 1.25H4c-.7 0-1.25-.55-1.25-1.25zM10 8.5v5M7.75 11.5 10 13.75l2.25-2.25"/>`,
  pdf: svg`<path d="M5.25 2.75h6.5l4 4v9.25c0 .7-.55 1.25-1.25 1.25h-9.25C4.55 17.25 4 16.7 4 16V4c0-.7.55-1.25 1.25-1.25zM11.5 3v4h4M10 9v5M7.75 12 10 14.25 12.25 12"/>`,
  clear: svg`<path d="M3.5 5.25h13M8 5V3.5h4V5M5 5.5l.75 10c.05.7.6 1.25 1.3 1.25h5.9c.7 0 1.25-.55 1.3-1.25L15 5.5M8.5 8.5v5M11.5 8.5v5"/>`,
  plus: svg`<path d="M10 4.5v11M4.5 10h11"/>`,
  minus: svg`<path d="M4.5 10h11"/>`,
  fit: svg`<path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4"/>`,
  area: svg`<path d="M3.5 6.5v-3h3M13.5 3.5h3v3M16.5 13.5v3h-3M6.5 16.5h-3v-3M9 3.5h2M9 16.5h2M3.5 9v2M16.5 9v2"/><path d="M7 8h6M7 10.5h6M7 13h3.5"/>`,
  link: svg`<path d="M8.25 11.75a3.25 3.25 0 0 0 4.6 0l2.9-2.9a3.25 3.25 0 0 0-4.6-4.6l-1 1M11.75 8.25a3.25 3.25 0 0 0-4.6 0l-2.9 2.9a3.25 3.25 0 0 0 4.6 4.6l1-1"/>`,
  redact: svg`<path d="M3 5.5h14M3 14.5h8"/><path d="M3 10h4M13.5 10H17"/><rect x="7.5" y="8.5" width="5.5" height="3" rx=".5" fill="currentcolor"/>`,
  previous: svg`<path d="M12.25 4.5 6.75 10l5.5 5.5"/>`,
  next: svg`<path d="m7.75 4.5 5.5 5.5-5.5 5.5"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  more: svg`<path d="m5 7.75 5 5 5-5"/>`,
  lock: svg`<rect x="4.25" y="8.75" width="11.5" height="8" rx="1.5"/><path d="M6.75 8.5V6.25a3.25 3.25 0 0 1 6.5 0V8.5"/>`,
  person: svg`<circle cx="10" cy="6.5" r="3.25"/><path d="M3.75 16.75c.6-3 3.1-4.75 6.25-4.75s5.65 1.75 6.25 4.75"/>`,
  settings: svg`<path d="M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17"/><circle cx="12.5" cy="6" r="2"/><circle cx="7.5" cy="14" r="2"/>`,
  keyboard: svg`<rect x="2.25" y="5" width="15.5" height="10" rx="1.5"/><path d="M5.25 8h.01M8.4 8h.01M11.6 8h.01M14.75 8h.01M5.25 12h.01M14.75 12h.01M8 12h4"/>`,
  policy: svg`<path d="M5.25 2.75h6.5l4 4v9.25c0 .7-.55 1.25-1.25 1.25h-9.25C4.55 17.25 4 16.7 4 16V4c0-.7.55-1.25 1.25-1.25zM11.5 3v4h4M7 10.5h6M7 13.5h4"/>`,
  help: svg`<circle cx="10" cy="10" r="7.25"/><path d="M7.75 8.1c.1-1.3 1-2.1 2.3-2.1 1.25 0 2.2.8 2.2 1.95 0 1.9-2.25 1.9-2.25 3.55M10 14v.01"/>`,
  warning: svg`<path d="M10 3.25 17.25 16H2.75zM10 8.25v3.5M10 13.75v.01"/>`,
  done: svg`<path d="m4.5 10.5 3.75 3.75L15.5 6.5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

/** A decorative icon next to words that say the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}
