/** A field that takes the keys of a hotkey themselves; Tab and Escape still leave it. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { HotkeyStatus } from "../bindings/HotkeyStatus";
import { isSuper, pressedKeys } from "../hotkey";
import { formatHotkey, WORDS } from "../messages";
import { LightDomElement } from "./lightDomElement";

export function hotkeyField(
  id: string,
  name: string,
  keys: string,
  status: HotkeyStatus | undefined,
  set: (keys: string) => void,
): TemplateResult {
  return html`<hotkey-field class="hotkey" .field=${id} .name=${name} .keys=${keys} .status=${status} .set=${set}></hotkey-field>`;
}

class HotkeyField extends LightDomElement {
  static override properties = {
    field: { attribute: false },
    name: { attribute: false },
    keys: { attribute: false },
    status: { attribute: false },
    set: { attribute: false },
    refused: { state: true },
  };
  /** The `id` of the input. */
  declare field: string;
  declare name: string;
  declare keys: string;
  declare status: HotkeyStatus | undefined;
  declare set: (keys: string) => void;
  /** Whether the keys that were pressed last cannot be a hotkey. */
  declare refused: boolean;

  /** Whether Super is down, which WebKitGTK does not say with other keys. */
  private isSuperDown = false;

  private readonly press = (event: KeyboardEvent): void => {
    if (isSuper(event)) this.isSuperDown = true;
    const pressed = pressedKeys(event, this.isSuperDown);
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
    this.refused = !pressed.isAllowed;
    if (pressed.isAllowed && pressed.keys !== this.keys) this.set(pressed.keys);
  };

  private readonly release = (event: KeyboardEvent): void => {
    if (isSuper(event)) this.isSuperDown = false;
  };

  /** What is released elsewhere is not seen here. */
  private readonly leave = (): void => {
    this.isSuperDown = false;
    this.refused = false;
  };

  private problem(): string {
    if (this.refused) return WORDS.HOTKEY_PROBLEMS.invalid;
    const { status } = this;
    const works = !status || status === "active" || status === "off";
    return works ? "" : WORDS.HOTKEY_PROBLEMS[status];
  }

  protected override render() {
    const { field } = this;
    return html`<label for=${field}>${this.name}</label>
      <input type="text" id=${field} readonly .value=${live(formatHotkey(this.keys))} placeholder=${WORDS.CAPTURE.noKeys} aria-describedby="hint-hotkeys problem-${field}" @keydown=${this.press} @keyup=${this.release} @blur=${this.leave} />
      <p class="hint problem" id="problem-${field}" role="status">${this.problem()}</p>`;
  }
}

customElements.define("hotkey-field", HotkeyField);
