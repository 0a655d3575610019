import { html } from 'hono/html';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import type { Markup } from './template.ts';

/** What is wrong, by field. */
export type Errors = Readonly<Record<string, string>>;

const { intake } = strings;

interface Field {
  name: string;
  label: string;
  value: string | undefined;
  error: string | undefined;
}

/** The anchor of a field, to which the error summary leads. */
const fieldId = (name: string) => `champ-${name}`;

/** What a person does not see, and a robot fills in. */
export const honeypot = (): Markup =>
  html` <div class="visually-hidden" aria-hidden="true">
    <label for="champ-courriel">${intake.fields.honeypot}</label>
    <input id="champ-courriel" name="courriel" type="text" tabindex="-1" autocomplete="off" />
  </div>`;

/** A value that goes with the form and is not shown. */
export const hidden = (name: string, value: string | undefined): Markup | '' =>
  value === undefined || value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}" />`;

/** A field of one line. */
export function input(
  field: Field & { type: 'text' | 'email' | 'url'; autocomplete: string; most: number; required?: true },
): Markup {
  const { name, label, value, type, autocomplete, most, required } = field;
  return html` <p class="field">
    <label for="${fieldId(name)}">${label}</label>
    <input
      id="${fieldId(name)}"
      name="${name}"
      type="${type}"
      value="${value ?? ''}"
      maxlength="${most}"
      autocomplete="${autocomplete}"
      ${required ? html` required` : ''}${described(field)}
    />
    ${message(field)}
  </p>`;
}

/** A field of several lines, with what helps to fill it in. */
export function textArea(field: Field & { help: string; most: number; required?: true }): Markup {
  const { name, label, value, help, most, required } = field;
  const start = html`<textarea id="${fieldId(name)}" name="${name}" rows="10" maxlength="${most}"${required ? html` required` : ''}${described(field, `aide-${name}`)}>`;
  // Browsers drop the first line break of a text area.
  return html`
    <p class="field">
      <label for="${fieldId(name)}">${label}</label>
      <span id="aide-${name}">${help}</span>
      ${start}${'\n'}${value ?? ''}</textarea>
      ${message(field)}
    </p>`;
}

/** A choice among values. */
export function choice(field: Field & { options: Readonly<Record<string, string>> }): Markup {
  const { name, label, value, options } = field;
  const list = Object.entries(options).map(
    ([key, text]) => html`<option value="${key}" ${key === value ? html` selected` : ''}>${text}</option>`,
  );
  return html` <p class="field">
    <label for="${fieldId(name)}">${label}</label>
    <select id="${fieldId(name)}" name="${name}" required${described(field)}>
      <option value=""></option>
      ${list}
    </select>
    ${message(field)}
  </p>`;
}

/** What is wrong, with a link to each field that can be corrected; nothing when nothing is. */
export function summary(refusal: string | null, errors: Errors, fields: readonly string[]): Markup | '' {
  if (refusal === null) return '';
  const found = Object.entries(errors);
  const items = found.map(([name, text]) =>
    fields.includes(name)
      ? html`<li><a href="#${fieldId(name)}">${typeset(text)}</a></li>`
      : html`<li>${typeset(text)}</li>`,
  );
  return html` <div class="errors" role="alert">
    <h2 class="part-title">${found.length > 0 ? intake.errors.title(found.length) : intake.errors.again}</h2>
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

function described({ name, error }: Field, help?: string): Markup | '' {
  const ids = [help, error === undefined ? undefined : `erreur-${name}`].filter(Boolean).join(' ');
  const invalid = error === undefined ? '' : html` aria-invalid="true"`;
  return ids === '' ? '' : html`${invalid} aria-describedby="${ids}"`;
}

function message({ name, error }: Field): Markup | '' {
  return error === undefined
    ? ''
    : html`<strong id="erreur-${name}" class="fault">${typeset(error)}</strong>`;
}
