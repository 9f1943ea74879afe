import { folded } from "./search-words.ts";

/** Words that every question has, and that say nothing of what it is about. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: `a about after all also am an and any anyone anything are as ask at be because been before but by can cannot could did do does
    doing don done for from get give go got had has have hello help here hey hi how i if in into is it its just know let like long ll
    many may me more much must my need no not now of on one only or our please possible question re s shall should so some somebody
    someone something t tell than thank thanks that the their them then there these they this those to too until up us use ve very want was we
    were what when where which while who why will with without would yes you your`,
  pt: `a ao aos as até boa bom com como da das de do dos e é ela ele eles em entre era essa esse esta está estão este eu favor foi há
    isso isto já lhe mais mas me meu meus minha minhas muito na não nas nem no nos nós nossa o obrigada obrigado olá onde os ou para
    pela pelo por porque posso pode podem preciso qual quais quando quanta quanto quantos que quem quero se sem ser seu seus sim só sobre sua suas
    também tem têm tenho tenha ter ti um uma umas uns vocês vos faço fazer`,
  es: `a al algo algún alguna ante antes aquí buenas buenos cada como cómo con cual cuál cuáles cuando cuándo cuanta cuánta cuanto cuánto cuántos
    de del desde dónde donde e el él ella en entre era es esa ese eso esta está este esto estoy favor gracias hacer hago hay hola la las le les lo los
    más me mi mis muy necesito ni no nos nosotros o os otra otro para pero por porque pueda puede pueden puedo que qué quién quien quiero se sea ser
    si sí sin sobre son soy su sus también te tengo tiene tienen tu tus un una uno unos usted ustedes y ya yo`,
  fr: `a à ai as au aux avec bonjour c ce cela ces cet cette combien comment d dans de des deux dois donc du elle en es est et être eu
    faire fait faut il ils j je l la là le les leur lui ma mais me merci mes moi mon n ne ni nos notre nous on ont ou où par pas peut peux
    plus pour pourquoi puis qu quand que quel quelle quelles quels qui s sa sans se ses si son sont sur svp t ta te tes toi ton tu un une vos votre
    vous y avez avoir veux voudrais`,
  de: `ab aber alle als also am an auch auf aus bei bin bis bitte da danke dann darf das dass dem den der des die dies diese dieser dir doch
    du ein eine einem einen einer eines er es etwas für gibt habe haben hallo hat ich ihr ihre ihren im in ins ist ja kann kannst kein keine können
    könnt lange man mein meine meinem meinen meiner mich mir mit möchte muss müssen nach nicht noch nun nur ob oder ohne schon sehr sein sich
    sie sind so soll um und uns unser unter vom von vor wann war warum was welche welchem welchen welcher welches wenn wer werde werden wie wieder
    wieviel will wir wird wo woher wohin zu zum zur`,
  it: `a ad ai al alla alle anche avere c che chi ci ciao come con così cosa cui d da dai dal dalla dei del della delle di dove e è ed gli
    grazie ha hai hanno ho i il in io l la le lei lo loro ma mi mia mie miei mio ne nei nel nella no noi non nostra nostro o per perché posso può puoi
    qual quale quali quando quanta quante quanto quanti questa questo qui se sei si sì sia siete sono su sua sul sulla suo tra tu tua tuo un una uno
    vi voglio voi vorrei fare`,
  ro: `a ai al ale am ar are aș așa asta ați au avea aveți bună ca când câte cât câtă câți care ce cei cel cine cu cum că da dacă de deci
    din doar după e ea ei el ele era este eu fac face fără fi fie i iar îi îl îmi în într la le lor mă mai mea mei mele meu mi multe mulțumesc
    nu noi nostru o or ori pe pentru poate pot prin sa să sau se și sunt suntem spre te ți tu un una unde unei unor unui va vă vor voi vreau vrea`,
  ru: `а без бы был была были было быть в вам вас ваш ваша ваши во вот вы где да для до его ее если есть еще же за здравствуйте и из или им
    их к как какая какие какой когда кто ли лишь мне может можно могу мой мою моя мои мы на над надо нам нас наш не него нет ни но нужно о об он она они
    от очень по под пожалуйста почему при про с со свой сколько спасибо так также там то того тоже только у уже хочу что чтобы чем это этот эта эти я ли`,
  pl: `a aby ale bez bo być by co czy czyli dla do dobry dzień dziękuję gdzie go i ich ile im ja jak jaka jaki jakie jako jest jestem jeśli
    już kiedy kto która które który ma macie mają mam mi mieć mnie mogę moja moje mój można może my na nam nas nasz nie niż o od on ona one oraz po pod
    proszę przed przez przy są się skąd ta tak także tam te tego ten to tu ty tylko w we wam was wasz witam więc z za ze że chcę`,
  tr: `acaba ama bana bir biri biz bize bu bunu çok da daha de değil diye en gibi hangi hem her hiç için ile ise kaç kadar ki kim lütfen
    merhaba mı mi mu mü mıyım miyim muyum müyüm musunuz mısınız misiniz müsünüz nasıl ne neden nerede nereye niye o olan olarak olur oluyor onu sen siz
    size şu teşekkürler var ve veya ya yok istiyorum`,
  ar: `أ ألا إلى أم أن إن أنا أنت أو أي أين إذا التي الذي بعد به بين تم ثم حتى حول شكرا على عليه عن عند عندي غير في فيه قبل قد كان كل كم كيف لا لدي
    لديكم لكم لكن لم لماذا لن له لها لي ما ماذا متى مرحبا مع من منذ نحن نعم هذا هذه هل هم هنا هناك هو هي و يا يمكن يمكنني يوجد أريد استطيع أستطيع فضلك`,
  ja: `は が の を に へ と で も や か から まで より ね よ な だ です ます でした ました ません ください 下さい する し して した される れる られる
    いる いつ いくら ある あり あります ありますか こと これ それ あれ この その あの どこ どう どの どれ 何 なに なん 私 お ご て た い ない たい でき できる できます くらい ぐらい どのくらい`,
};

const FOLDED = new Map(
  Object.entries(STOP_WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/).map(folded))]),
);
const NONE: ReadonlySet<string> = new Set();

/** What is passed over in texts of a language, as words are compared. */
export function stopWordsOf(locale: string): ReadonlySet<string> {
  return FOLDED.get(locale.slice(0, 2)) ?? NONE;
}
