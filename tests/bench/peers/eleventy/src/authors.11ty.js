import { listTemplate } from '../list.js';
import site from '../site.js';

export const { data, render } = listTemplate('authorsPages', 'auteurs', (key) => site.people[key]);
