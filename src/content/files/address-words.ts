import { type AddressWords, addressesSchema } from '#model/addresses-schema.ts';
import { readSetting } from './content-file.ts';

/** The first segments of addresses, such as `articles`; the default ones while content/site.yaml has errors. */
export function readAddressWords(root: string): AddressWords {
  try {
    return readSetting(root, 'addresses');
  } catch {
    return addressesSchema.parse({});
  }
}
