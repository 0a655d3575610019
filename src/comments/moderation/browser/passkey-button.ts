/** A button that registers a passkey or signs in with one. It stays hidden in browsers without passkeys. */
class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window)) return;
    const button = this.querySelector('button');
    if (!button) return;
    this.querySelector('p:not([role])')?.remove();
    button.hidden = false;
    button.addEventListener('click', () => {
      this.#use().catch(() => {
        const alert = this.querySelector<HTMLElement>('[role=alert]');
        if (alert) alert.textContent = alert.dataset['failure'] ?? '';
      });
    });
  }

  async #use(): Promise<void> {
    const { mount = '', token = '', mode } = this.dataset;
    const path = `${mount}${mode === 'register' ? 'compte/cles/' : 'connexion/cle/'}`;
    const options = await post(`${path}options/`, { jeton: token });
    const credential =
      mode === 'register'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
              options as unknown as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
              options as unknown as PublicKeyCredentialRequestOptionsJSON,
            ),
          });
    const { address = '' } = await post(path, { jeton: token, reponse: JSON.stringify(credential) });
    location.assign(address);
  }
}

/** @throws when the service refuses */
async function post(path: string, fields: Record<string, string>): Promise<Record<string, string>> {
  const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error('The service refused');
  return (await response.json()) as Record<string, string>;
}

customElements.define('passkey-button', PasskeyButton);
