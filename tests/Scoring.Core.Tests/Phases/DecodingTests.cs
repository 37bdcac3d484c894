using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using static Scoring.Core.Tests.Decided;
using static Scoring.Core.Tests.Phases.OnTheWay;

namespace Scoring.Core.Tests.Phases;

/// <summary>R-A2: names come back layer by layer, by two people.</summary>
public sealed class DecodingTests
{
    [Fact]
    public void Decoding_waits_for_coded_results_and_the_review()
    {
        var contest = InReview();
        Refused(Refusal.NoCodedResults, Decode.Decide(contest.State, Head, Dg, 1));
        contest.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(contest.State, Head, Dg));
        Refused(Refusal.AlreadySubmitted, SubmitCodedResults.Decide(contest.State, Head, Dg));
        Refused(Refusal.NoReview, Decode.Decide(contest.State, Head, Dg, 1));
        SignReview(contest);

        contest.Accept<DecodeRequested>(Decode.Decide(contest.State, Supervisor, Dg, 1));
        Refused(Refusal.AlreadyAsked, Decode.Decide(contest.State, Supervisor, Dg, 1));
        Assert.Equal(("H1", "S1"), contest.Accept<Decoded>(Decode.Decide(contest.State, Head, Dg, 1)) is var d ? (d.HeadJudge, d.Supervisor) : default);
        Refused(Refusal.NoSuchLayer, Decode.Decide(contest.State, Head, Dg, 1));
    }

    [Fact]
    public void One_person_in_two_roles_cannot_decode_alone()
    {
        var contest = InReview();
        SignReview(contest);
        contest.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(contest.State, Head, Dg));
        contest.Accept<DecodeRequested>(Decode.Decide(contest.State, Head, Dg, 1));

        Refused(Refusal.SamePerson, Decode.Decide(contest.State, new(Role.Supervisor, "H1", Contest.Here), Dg, 1));
        Refused(Refusal.WrongRole, Decode.Decide(contest.State, Officer, Dg, 1));
    }

    [Fact]
    public void The_layer_drawn_last_is_decoded_first()
    {
        var contest = InReview(TwoPrizes with { CodeLayers = 3 });
        foreach (var layer in new[] { 2, 3 })
        {
            contest.Apply(new CodesDrawn(Dg, layer, null, [.. contest.Trade.Entrants.Select((e, i) => new DrawnCode(e.Entrant.Id, $"{"-AB"[layer - 1]}{i}"))]));
        }

        SignReview(contest);
        contest.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(contest.State, Head, Dg));

        Refused(Refusal.OuterLayer, Decode.Decide(contest.State, Head, Dg, 1));
        Refused(Refusal.OuterLayer, Decode.Decide(contest.State, Head, Dg, 2));
        foreach (var layer in new[] { 3, 2, 1 })
        {
            contest.Accept<DecodeRequested>(Decode.Decide(contest.State, Head, Dg, layer));
            contest.Accept<Decoded>(Decode.Decide(contest.State, Supervisor, Dg, layer));
        }

        Assert.True(contest.Trade.IsDecoded);
    }

    [Fact]
    public void The_second_of_the_two_decodes_whoever_it_is_and_each_is_told_whom_to_wait_for()
    {
        var contest = InReview();
        SignReview(contest);
        contest.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(contest.State, Head, Dg));
        Refused(Refusal.NoSuchLayer, Decode.Decide(contest.State, Head, Dg, 0));
        Refused(Refusal.NoSuchLayer, Decode.Decide(contest.State, Head, Dg, 2));
        Refused(Refusal.NoSuchTrade, Decode.Decide(contest.State, Head, new("x"), 1));
        contest.Accept<DecodeRequested>(Decode.Decide(contest.State, Head, Dg, 1));
        Assert.Equal("您已签名，等监督在自己的设备上签名", Refused(Refusal.AlreadyAsked, Decode.Decide(contest.State, Head, Dg, 1)).Message.ToString());

        var decoded = contest.Accept<Decoded>(Decode.Decide(contest.State, Supervisor, Dg, 1));

        Assert.Equal(("H1", "S1"), (decoded.HeadJudge, decoded.Supervisor));
        Assert.Empty(contest.Trade.Publication.DecodeRequests);
        var other = InReview();
        SignReview(other);
        other.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(other.State, Head, Dg));
        other.Accept<DecodeRequested>(Decode.Decide(other.State, Supervisor, Dg, 1));
        Assert.Equal("您已签名，等裁判长在自己的设备上签名", Refused(Refusal.AlreadyAsked, Decode.Decide(other.State, Supervisor, Dg, 1)).Message.ToString());
    }

    [Fact]
    public void Names_are_not_shown_by_hand_before_decoding()
    {
        var contest = Marked();

        Refused(Refusal.NotDecoded, ChangeVisibility.Decide(contest.State, Head, Dg, Visibility.Named));
        Refused(Refusal.NoChange, ChangeVisibility.Decide(contest.State, Head, Dg, Visibility.Codes));
        Refused(Refusal.WrongRole, ChangeVisibility.Decide(contest.State, Officer, Dg, Visibility.Hidden));
        contest.Accept<VisibilityChanged>(ChangeVisibility.Decide(contest.State, Head, Dg, Visibility.Frozen));
    }
}
