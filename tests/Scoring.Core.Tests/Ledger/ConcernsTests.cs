using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Ledger;

/// <summary>An event says what it concerns: whoever adds one says so, or that it is of the contest as a whole.</summary>
public sealed class ConcernsTests
{
    private static readonly Type[] OfTheContest =
        [typeof(CompetitionDefined), typeof(OrganizationDefined), typeof(JudgeDismissed), typeof(PairingCodeMade), typeof(TabletPaired), typeof(TabletUnpaired), typeof(TeamCertificatesIssued), typeof(TeamCertificateRevoked),
            typeof(BranchOpened), typeof(BranchClosed)];

    public static TheoryData<Type> Events => [.. typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LedgerEvent)))];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_says_its_trades_or_entrants_or_is_of_the_whole_contest(Type e)
    {
        var says = e.IsAssignableTo(typeof(IOfTrades)) || e.IsAssignableTo(typeof(IOfEntrants)) || e.IsAssignableTo(typeof(IOfCertificate));
        Assert.NotEqual(OfTheContest.Contains(e), says);
    }

    [Theory, MemberData(nameof(Events))]
    public void What_carries_a_trade_or_an_entrant_says_so(Type e)
    {
        var properties = e.GetProperties();
        if (Array.Exists(properties, p => p.Name == "Trade" && p.PropertyType == typeof(TradeId) || p.PropertyType == typeof(Trade)))
        {
            Assert.True(e.IsAssignableTo(typeof(IOfTrade)), e.Name);
        }

        if (Array.Exists(properties, p => p.Name == "Entrant" && p.PropertyType == typeof(EntrantId)))
        {
            Assert.True(e.IsAssignableTo(typeof(IOfEntrant)), e.Name);
        }
    }

    [Fact]
    public void What_an_event_says_of_itself_is_not_written_a_second_time_into_the_ledger()
    {
        var one = new Entrant(new("E1"), "甲", new("org"), new("dg"));

        Assert.Equal(
            """{"entrants":[{"id":"E1","name":"甲","organization":"org","trade":"dg"}]}""",
            System.Text.Encoding.UTF8.GetString(EventTypes.Write(new EntrantsRegistered([one]))));
        Assert.Equal(
            """{"import":5,"removed":["E1"],"restored":[],"removedJudges":[],"restoredJudges":[],"reason":"错"}""",
            System.Text.Encoding.UTF8.GetString(EventTypes.Write(new ImportUndone(5, [one.Id], [], [], [], "错"))));
    }
}
