/** How often to ask, in milliseconds. A build takes some seconds. */
const INTERVAL = 2_000;
const PENDING = new Set(['publishing', 'removing']);

/** Shows the publication state of a comment, and updates it until the site has been built. */
class PublicationState extends HTMLElement {
  connectedCallback(): void {
    if (PENDING.has(this.dataset['state'] ?? '')) this.#plan();
  }

  #plan(): void {
    setTimeout(() => void this.#ask(), INTERVAL);
  }

  async #ask(): Promise<void> {
    if (!this.isConnected) return;
    const address = new URL('../etat/', location.href);
    address.searchParams.set('id', this.dataset['id'] ?? '');
    const response = await fetch(address).catch(() => null);
    if (!response?.ok || response.redirected) return this.#plan();
    const { state, label } = (await response.json()) as { state: string; label: string };
    this.textContent = label;
    this.dataset['state'] = state;
    if (PENDING.has(state)) this.#plan();
  }
}

customElements.define('publication-state', PublicationState);
