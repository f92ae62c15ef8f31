/** Every form of a provider's page by name: what it looks like, and which command it becomes. To add one: a line here, and its title in providers.formTitle. */
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import type { Command, CommandName } from '#core/commands.ts'
import { activityForm, claimForm, memberForm, signUpForm, taskForm, timeForm } from './people-forms.tsx'
import { agreementForm, noteForm, qualificationForm, serviceForm, siteForm, type PartContext } from './part-forms.tsx'

type AnyForm = FormSpec<PartContext<never>>
const form = (spec: unknown): AnyForm => spec as AnyForm

export const PROVIDER_FORMS = {
  service: { spec: form(serviceForm), command: 'save-service' },
  site: { spec: form(siteForm), command: 'save-site' },
  agreement: { spec: form(agreementForm), command: 'save-agreement' },
  qualification: { spec: form(qualificationForm), command: 'save-qualification' },
  note: { spec: form(noteForm), command: 'note-provider' },
  member: { spec: form(memberForm), command: 'save-member' },
  task: { spec: form(taskForm), command: 'save-task' },
  claim: { spec: form(claimForm), command: 'claim-task' },
  time: { spec: form(timeForm), command: 'record-service-time' },
  activity: { spec: form(activityForm), command: 'save-activity' },
  signUp: { spec: form(signUpForm), command: 'sign-up' },
} as const satisfies Readonly<Record<string, { readonly spec: AnyForm; readonly command: CommandName }>>
export type ProviderForm = keyof typeof PROVIDER_FORMS

export const commandOf = (name: ProviderForm, input: unknown): Command =>
  ({ name: PROVIDER_FORMS[name].command, input }) as Command
