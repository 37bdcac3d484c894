using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>A contest in setup that lists are held against, without a server: the state alone.</summary>
internal sealed class SentContest
{
    public static readonly DateOnly Day = new(2026, 4, 23);

    public static readonly object?[] Head = ["序号", "姓名", "性别", "证件类型", "证件号码", "手机", "单位", "工种"];

    private long sequence;

    public SentContest(params string[] trades)
    {
        Apply(new CompetitionDefined(new Competition(new CompetitionId("c"), "比赛")));
        foreach (var (index, name) in (trades.Length == 0 ? ["电工", "钳工"] : trades).Index())
        {
            Apply(new TradeDefined(FirstScheme.Of(new TradeId($"t{index + 1}"), name, $"T{index + 1}")));
        }
    }

    public CompetitionState State { get; } = Folding.Begin();

    /// <summary>A row for the usual header; the number's check digit and sex are right.</summary>
    public static object?[] Person(int n, string name, string? organization = "洹水机电有限公司", string? trade = "电工", string? gender = null, string? type = "身份证", object? id = null, object? phone = null) =>
        [n, name, gender ?? (n % 2 == 1 ? "男" : "女"), type, id ?? MessyWorkbook.Id(n), phone ?? $"1390000{n:0000}", organization, trade];

    public void Apply(LedgerEvent e) => State.Apply(++sequence, DateTimeOffset.UnixEpoch.AddSeconds(sequence), Actor.System, e);

    public EntrantImport People(byte[] file, string name = "名单.xlsx", params (string Question, string Answer)[] answers)
    {
        var given = answers.ToDictionary(a => a.Question, a => a.Answer);
        return EntrantImport.Preview(
            Mends.Apply(SpreadsheetReader.Read(file, name), given), name, State, sealedText => sealedText is null ? null : PersonalData.FromJson(sealedText), given,
            new Dictionary<string, string>(), clear => clear, Day);
    }

    public JudgeImport Judges(byte[] file, string name = "裁判.xlsx", params (string Question, string Answer)[] answers) =>
        JudgeImport.Preview(
            SpreadsheetReader.Read(file, name), name, State, answers.ToDictionary(a => a.Question, a => a.Answer), new Dictionary<string,
            string>());

    /// <summary>Theory of all trades, by one clerk of all.</summary>
    public MarkImport Marks(byte[] file, string name = "成绩.xlsx", string[]? held = null) => MarkImport.Preview(
        SpreadsheetReader.Read(file, name), name, State,
        State.TradesInOrder.Where(t => held is null || held.Contains(t.Definition.Name)).ToDictionary(t => t.Definition.Id, _ => new ModuleId("L")), null, new Actor(Role.Clerk, "luru", new(new("c"), [])),
        sealedText => sealedText is null ? null : PersonalData.FromJson(sealedText), new Dictionary<string, string>());

    public void Take(ListImport import) => Apply(Assert.IsType<Decision.Append>(import.Decide(State, onlyGood: false)).Event);

    /// <summary>Where errors stand, in the list's order.</summary>
    public static IEnumerable<string> Errors(ListImport import) => At(import, f => f.Error);

    public static IEnumerable<string> Warnings(ListImport import) => At(import, f => f.Warns);

    public static string Words(ListImport import) =>
        string.Join(
            '\n', import.Found.Groups.SelectMany(g => g.Places).Select(p => $"{p.Finding.Cell} {p.Finding.What} {p.Finding.Advice}"));

    private static IEnumerable<string> At(ListImport import, Func<Finding, bool> which) =>
        import.Tables.SelectMany(t => t.Findings).Concat(import.Lines.SelectMany(r => r.Findings)).Where(which).Select(f => f.Cell);
}
