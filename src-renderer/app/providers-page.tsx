/** 服务单位, with the certificate of service, which belongs to the reports. */
import { PrintCertificate } from '../features/reports/print-certificate.tsx'
import { ProvidersScreen } from '../features/routing/providers/providers-screen.tsx'
import { ProviderPage } from '../features/routing/providers/provider-page.tsx'

export function ProvidersPage({ id }: { readonly id?: string }) {
  return id === undefined ? <ProvidersScreen /> : <ProviderPage id={id} Certificate={PrintCertificate} />
}
