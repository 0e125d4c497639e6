import { Choice } from '#components/Choice'
import { Fold } from '#components/Fold'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { ACCESS_NEEDS, type AccessNeed, RELATIONS, type Relation } from '#domain/hotline'
import { ACCESS_NAME, RELATION_NAME } from '#domain/hotline-words'
import { keep, useIsWrong, useProblem, useTyped } from '#store/booking'
import { NameQuestion } from './Contact.tsx'
import { SafetyQuestions } from './Safety.tsx'
import { FORM_WORDS } from './words.ts'

const PersonQuestion = () => (
  <TextField
    label={FORM_WORDS.person}
    purpose={FORM_WORDS.personWhy}
    optional
    error={useProblem('personName')}
    max={40}
    value={useTyped('personName', '')}
    onChange={(value) => keep('personName', value)}
  />
)

function RelationQuestion() {
  const relation = useTyped<Relation>('relation', 'self')
  return (
    <Box className="relation">
      <Choice
        label={FORM_WORDS.relation}
        purpose={FORM_WORDS.relationWhy}
        error={useProblem('relation')}
        layout="pair"
        options={RELATIONS.map((value) => ({ value, text: RELATION_NAME[value] }))}
        value={relation}
        onChange={(value) => keep('relation', value)}
      />
      {relation !== 'self' && <PersonQuestion />}
    </Box>
  )
}

const LanguageQuestion = () => (
  <TextField
    label={FORM_WORDS.language}
    hint={FORM_WORDS.languageExample}
    purpose={FORM_WORDS.languageWhy}
    optional
    error={useProblem('language')}
    max={30}
    value={useTyped('language', '')}
    onChange={(value) => keep('language', value)}
  />
)

const AccessQuestion = () => (
  <Choice
    label={FORM_WORDS.access}
    purpose={FORM_WORDS.accessWhy}
    error={useProblem('accessNeed')}
    options={ACCESS_NEEDS.map((value) => ({ value, text: ACCESS_NAME[value] }))}
    value={useTyped<AccessNeed>('accessNeed', 'none')}
    onChange={(value) => keep('accessNeed', value)}
  />
)

const FOLDED = ['name', 'relation', 'personName', 'language', 'accessNeed']

/** Asked of those who have something to say; a mistake within unfolds it. */
export const More = ({ withSafety }: { withSafety: boolean }) => (
  <Fold title={FORM_WORDS.more} hint={FORM_WORDS.moreHint} wrong={useIsWrong(FOLDED)}>
    <NameQuestion />
    <RelationQuestion />
    {withSafety && <SafetyQuestions />}
    <LanguageQuestion />
    <AccessQuestion />
  </Fold>
)
