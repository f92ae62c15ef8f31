/** The four calls of WebCrypto that the keyring needs, named here because the core has no DOM types. */
export type SubtleKey = object
type GcmParams = { name: 'AES-GCM'; iv: Uint8Array; additionalData: Uint8Array }

export type Subtle = {
  // Method syntax on purpose: parameters stay bivariant, so that DOM's and Node's own SubtleCrypto both fit.
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: 'AES-GCM',
    extractable: false,
    usages: ('encrypt' | 'decrypt')[],
  ): Promise<SubtleKey>
  encrypt(params: GcmParams, key: SubtleKey, plain: Uint8Array): Promise<ArrayBuffer>
  decrypt(params: GcmParams, key: SubtleKey, sealed: Uint8Array): Promise<ArrayBuffer>
}
