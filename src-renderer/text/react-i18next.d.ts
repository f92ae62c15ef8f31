/** What we use of react-i18next, see i18next.d.ts. */
import type { I18n, Namespace, TFunction } from './i18next.d.ts'

export declare const initReactI18next: object
export declare function useTranslation<const Ns extends Namespace | readonly Namespace[] = 'app'>(
  namespaces?: Ns,
): { readonly t: TFunction<Ns>; readonly i18n: I18n }
