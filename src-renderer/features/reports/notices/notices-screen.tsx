/** 告知通知: the list, one of them, and a new one about a case, a common matter, a survey or nothing. */
import type { ComponentType } from 'react'
import { go } from '#app/session/route.ts'
import { NoticeList } from './notice-list.tsx'
import { NoticePage, type BeginRequest } from './notice-page.tsx'
import { WriteNotice } from './write-notice.tsx'
import './notices.css'

type NoticesScreenProps = {
  /** A notice; `new`, or what a new one is about: `case:…`, `topic:…`, `survey:…`. */
  readonly id?: string
  readonly beginRequest: BeginRequest
}

export const NoticesScreen: ComponentType<NoticesScreenProps> = ({ id, beginRequest }) => {
  if (id?.startsWith('notice:')) return <NoticePage id={id} beginRequest={beginRequest} />
  return (
    <>
      <NoticeList />
      {id !== undefined && (
        <WriteNotice
          about={id === 'new' ? '' : id}
          onSaved={(notice) => go({ screen: 'notices', id: notice })}
          // Back to where it was begun.
          onLeave={() => (id === 'new' || id.startsWith('survey:') ? go({ screen: 'notices' }) : history.back())}
        />
      )}
    </>
  )
}
