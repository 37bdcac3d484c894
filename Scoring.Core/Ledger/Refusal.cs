namespace Scoring.Core.Ledger;

/// <summary>Why a use case says no, for programs: what follows depends on this alone, never on the sentence beside it.</summary>
public enum Refusal
{
    AbsurdDate, Again, AlreadyAnswered, AlreadyAsked, AlreadyCollected, AlreadyConfirmed, AlreadyDrawn, AlreadyMarked,
    AlreadyReturned, AlreadyRevoked, AlreadySigned, AlreadySubmitted, BadCall, BadChoice, BadCode, BadCodes,
    BadCompetition, BadDeduction, BadDocument, BadExtension, BadForm, BadGroup, BadId, BadMark, BadMarks, BadName,
    BadPrefix, BadRanking, BadTime, Certificates, ChangedMeanwhile, ChangedSince, Closed, Differ, Disqualified,
    DoesNotAddUp, Drawn, DuplicateId, DuplicateName, EarlierLayer, EffectMoved, Empty, ExamNumber, Gone, GroupsDiffer,
    HasEntrants, Held, IdTaken, IdUsed, InFuture, Incomplete, Lacks, Locked, LongName, LongReason, LongStation,
    LongText, MarkConflict, Marked, MemberMarked, MemberTwice, Members, MovedOn, NeedsModule, NeedsNumber, NoAdvance,
    NoAnswer, NoChange, NoCodedResults, NoCompetition, NoDifference, NoFile, NoGlyph, NoGroups, NoIssuer, NoLeader,
    NoModule, NoName, NoPanel, NoPicture, NoReason, NoRemark, NoReview, NoSeed, NoSheet, NoSignature, NoSpread,
    NoSuchAppeal, NoSuchCertificate, NoSuchEntrant, NoSuchImport, NoSuchJudge, NoSuchLayer, NoSuchModule,
    NoSuchOrganization, NoSuchRun, NoSuchSheet, NoSuchTie, NoSuchTrade, NoSuchViolation, NoTag, NoText, NoTrade,
    NoTrainee, Nobody, NobodyRanked, None, NotByClerk, NotClean, NotComplete, NotDecided, NotDecoded, NotDrawn,
    NotMarkedSo, NotNormal, NotOnList, NotProposed, NotRunning, NotSigned, NotTimed, NotYours, NothingChanged,
    NothingNew, NothingToIssue, NothingToSign, NumberTaken, OneOffice, OneRun, OneStep, Open, OpenAppeal,
    OtherEntrant, OtherTrade, OuterLayer, Running, SamePerson, SamePhase, SameSeat, ScoringStarted, SeatTaken, Second,
    SheetConflict, SignatureTooLong, Signed, StationTaken, StillValid, Taken, There, ThirdClerk, TooEarly, TooLate,
    Trades, TwoPeople, Unissued, Unseen, Word, WrongPhase, WrongRole,
}
