using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Hubs;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.People;
using static Scoring.Core.People.Role;

namespace Scoring.Api.Tests.Hubs;

/// <summary>Who may call which method of the tablets' hub (R-A4), method by method. A method that is not here fails the test.</summary>
public sealed class HubPermissionTests
{
    private static readonly Role[] Anyone = [Role.Judge, HeadJudge, FloorJudge, Clerk];

    private static readonly Dictionary<string, Role[]> Table = new(StringComparer.Ordinal)
    {
        [nameof(IScoringHub.OpenSession)] = Anyone, [nameof(IScoringHub.SubmitSheet)] = Anyone, [nameof(IScoringHub.Heartbeat)] = Anyone,
        [nameof(IScoringHub.MessageRead)] = Anyone, [nameof(IScoringHub.Greet)] = Anyone, [nameof(IScoringHub.ShowReceipt)] = Anyone,
        [nameof(IOfficialHub.ChangeStatus)] = [HeadJudge, FloorJudge], [nameof(IOfficialHub.RecordViolation)] = [HeadJudge, FloorJudge],
        [nameof(IHeadJudgeHub.OpenTrade)] = [HeadJudge], [nameof(IHeadJudgeHub.OpenPanel)] = [HeadJudge], [nameof(IHeadJudgeHub.OpenComparison)] = [HeadJudge],
        [nameof(IHeadJudgeHub.ReturnSheet)] = [HeadJudge], [nameof(IHeadJudgeHub.ConfirmSpread)] = [HeadJudge], [nameof(IHeadJudgeHub.WithdrawViolation)] = [HeadJudge],
        [nameof(IHeadJudgeHub.SignModule)] = [HeadJudge], [nameof(IHeadJudgeHub.SignDay)] = [HeadJudge],
        [nameof(IFloorHub.OpenFloor)] = [HeadJudge, FloorJudge], [nameof(IFloorHub.RecordArrival)] = [HeadJudge, FloorJudge],
        [nameof(IFloorHub.CallEntrants)] = [HeadJudge, FloorJudge],
        [nameof(IFloorHub.StartClock)] = [HeadJudge, FloorJudge], [nameof(IFloorHub.StopClock)] = [HeadJudge, FloorJudge],
        [nameof(IFloorHub.ExtendClock)] = [HeadJudge, FloorJudge], [nameof(IFloorHub.ResetClock)] = [HeadJudge, FloorJudge],
        [nameof(IFloorHub.WaiveAttempt)] = [HeadJudge, FloorJudge],
        [nameof(IClerkHub.OpenClerkDesk)] = [Clerk], [nameof(IClerkHub.OpenMarks)] = [Clerk], [nameof(IClerkHub.EnterMark)] = [Clerk],
        [nameof(IClerkHub.ResolveDoubleEntry)] = [Clerk], [nameof(IClerkHub.OpenPaper)] = [Clerk], [nameof(IClerkHub.EnterPaperSheet)] = [Clerk],
    };

    private static readonly (Role Role, string Person)[] People =
        [(Role.Judge, Hall.Judge), (HeadJudge, Hall.HeadJudge), (FloorJudge, Hall.Floor), (Clerk, Hall.Clerk)];

    private static IEnumerable<MethodInfo> Methods => typeof(ScoringHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m.GetBaseDefinition().DeclaringType == typeof(ScoringHub));

    [Fact]
    public void Every_method_is_in_the_table_and_names_a_policy()
    {
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), Methods.Select(m => m.Name).Order(StringComparer.Ordinal));
        foreach (var method in Methods)
        {
            var policy = method.GetCustomAttribute<AuthorizeAttribute>()?.Policy;
            Assert.Equal(Table[method.Name] == Anyone, policy is null); // the hub's own policy asks for a paired tablet
            Assert.Equal(policy is null ? Anyone.ToHashSet() : TabletRoles.Table[policy].ToHashSet(), Table[method.Name].ToHashSet());
        }
    }

    [Fact]
    public async Task A_tablet_may_call_what_its_owners_office_allows_and_nothing_else()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        foreach (var (role, person) in People)
        {
            await using var tablet = await host.Tablet(open, person);
            foreach (var method in Methods)
            {
                var said = await Said(() => tablet.Ask<object?>(method.Name, [.. method.GetParameters().Select(HubArguments.Of)]));
                Assert.True(said.Contains("unauthorized", StringComparison.Ordinal) != Table[method.Name].Contains(role), $"{role} {method.Name}: {said}");
            }
        }
    }

    [Fact]
    public async Task An_office_in_one_trade_opens_no_other()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var tablet = await host.Tablet(open, Hall.HeadJudge);
        Assert.Equal("电工", (await tablet.Ask<TradeDesk>(nameof(IHeadJudgeHub.OpenTrade), "dg")).TradeName);
        Assert.Contains("没有这个职务", await Said(() => tablet.Ask<TradeDesk>(nameof(IHeadJudgeHub.OpenTrade), "hg")), StringComparison.Ordinal);
        var answer = await tablet.Ask<CommandAnswer>(
            nameof(IOfficialHub.ChangeStatus), new StatusCommand(Guid.NewGuid(), new("hg"), "D01", EntrantStatus.Absent, "点名未到"));
        Assert.Equal(CommandOutcome.Refused, answer.Outcome);
    }

    private static async Task<string> Said(Func<Task<object?>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (HubException refused)
        {
            return refused.Message;
        }
    }

    private static async Task<string> Said<T>(Func<Task<T>> call) => await Said(async () => (object?)await call());
}
