/** Why a picture is not shown. To add one: here, and its words in case-file `attachment.problem`. */
export type PictureCode = 'not-a-picture' | 'too-large' | 'broken' | 'too-slow'
