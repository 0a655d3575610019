import { html } from 'hono/html';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import type { FieldErrors } from './outcome.ts';
import type { Markup } from './page-template.ts';

const { submissions } = strings;

interface Field {
  name: string;
  label: string;
  value: string | undefined;
  error: string | undefined;
}

/** The HTML id of a field, to which the error summary links. */
const fieldId = (name: string) => `champ-${name}`;

/** A trap for robots: people do not see this field, and robots fill it in. */
export const honeypot = (): Markup =>
  html` <div class="visually-hidden" aria-hidden="true">
    <label for="champ-courriel">${submissions.fields.honeypot}</label>
    <input id="champ-courriel" name="courriel" type="text" tabindex="-1" autocomplete="off" />
  </div>`;

/** A hidden field, or nothing when the value is empty. */
export const hidden = (name: string, value: string | undefined): Markup | '' =>
  value === undefined || value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}" />`;

/** A text field of one line. */
export function input(
  field: Field & { type: 'text' | 'email' | 'url'; autocomplete: string; maxLength: number; required?: true },
): Markup {
  const { name, label, value, type, autocomplete, maxLength, required } = field;
  return html` <p class="field">
    <label for="${fieldId(name)}">${label}</label>
    <input
      id="${fieldId(name)}"
      name="${name}"
      type="${type}"
      value="${value ?? ''}"
      maxlength="${maxLength}"
      autocomplete="${autocomplete}"
      ${required ? html` required` : ''}${ariaAttributes(field)}
    />
    ${errorMessage(field)}
  </p>`;
}

/** A text field of several lines, with a help text. */
export function textArea(
  field: Field & { id?: string; help: string; maxLength: number; required?: true },
): Markup {
  const { name, id = fieldId(name), label, value, help, maxLength, required } = field;
  const start = html`<textarea id="${id}" name="${name}" rows="10" maxlength="${maxLength}"${required ? html` required` : ''}${ariaAttributes(field, `aide-${id}`)}>`;
  // Browsers ignore the first line break of a text area, so one is added.
  return html`
    <p class="field">
      <label for="${id}">${label}</label>
      <span id="aide-${id}">${help}</span>
      ${start}${'\n'}${value ?? ''}</textarea>
      ${errorMessage(field)}
    </p>`;
}

/** A list of options: the label of each, by its value. */
export function choice(field: Field & { options: Readonly<Record<string, string>> }): Markup {
  const { name, label, value, options } = field;
  const list = Object.entries(options).map(
    ([key, text]) => html`<option value="${key}" ${key === value ? html` selected` : ''}>${text}</option>`,
  );
  return html` <p class="field">
    <label for="${fieldId(name)}">${label}</label>
    <select id="${fieldId(name)}" name="${name}" required${ariaAttributes(field)}>
      <option value=""></option>
      ${list}
    </select>
    ${errorMessage(field)}
  </p>`;
}

/** A checkbox. */
export function checkbox(field: Field): Markup {
  const { name, label, value } = field;
  return html` <p class="check">
      <input
        id="${fieldId(name)}"
        name="${name}"
        type="checkbox"
        value="1"
        ${value === '1' ? html` checked` : ''}${ariaAttributes(field)}
      />
      <label for="${fieldId(name)}">${label}</label>
    </p>
    ${errorMessage(field)}`;
}

/** The error summary, which links to the faulty fields among `fields`. Empty when `refusal` is `null`. */
export function errorSummary(
  refusal: string | null,
  errors: FieldErrors,
  fields: readonly string[],
): Markup | '' {
  if (refusal === null) return '';
  const entries = Object.entries(errors);
  const items = entries.map(([name, text]) =>
    fields.includes(name)
      ? html`<li><a href="#${fieldId(name)}">${typeset(text)}</a></li>`
      : html`<li>${typeset(text)}</li>`,
  );
  return html` <div class="errors" role="alert">
    <h2 class="part-title">
      ${entries.length > 0 ? submissions.errors.title(entries.length) : submissions.errors.again}
    </h2>
    <p>${refusal}</p>
    ${
      items.length > 0
        ? html`<ul>
            ${items}
          </ul>`
        : ''
    }
  </div>`;
}

function ariaAttributes({ name, error }: Field, help?: string): Markup | '' {
  const ids = [help, error === undefined ? undefined : `erreur-${name}`].filter(Boolean).join(' ');
  const invalid = error === undefined ? '' : html` aria-invalid="true"`;
  return ids === '' ? '' : html`${invalid} aria-describedby="${ids}"`;
}

function errorMessage({ name, error }: Field): Markup | '' {
  return error === undefined
    ? ''
    : html`<strong id="erreur-${name}" class="fault">${typeset(error)}</strong>`;
}
