/** A choice of one out of a few, in a row. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export function choice<Value extends string>(
  id: string,
  legend: string,
  names: Record<Value, string>,
  current: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const values = Object.keys(names) as Value[];
  return html`<div class="choice">
    <h3 id="choice-${id}">${legend}</h3>
    <div class="segments" role="radiogroup" aria-labelledby="choice-${id}">
      ${values.map(
        (value) => html`<label>
          <input
            type="radio"
            name="choice-${id}"
            id="${id}-${value}"
            .checked=${live(value === current)}
            @change=${() => choose(value)}
          /><span>${names[value]}</span>
        </label>`,
      )}
    </div>
  </div>`;
}
