using System.Globalization;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Testing;

/// <summary>A city's games: many trades, each with theory and a practical module under a panel, and a registration list of thousands.</summary>
public sealed record Games(int Entrants = 4_000, int Trades = 108, int Judges = 5)
{
    public static readonly CompetitionId Id = new("games");

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾";
    private const string Given = "志远建国海涛立新丽娜晓明文博嘉伟振华春燕国强玉兰俊杰思雨浩然秀英";

    public static TradeId Trade(int n) => new(string.Create(CultureInfo.InvariantCulture, $"t{n:000}"));

    public static string TradeName(int n) => string.Create(CultureInfo.InvariantCulture, $"第{n:000}项");

    /// <summary>Definition and judges, nobody registered yet.</summary>
    public CompetitionFile File() => new(
        CompetitionFile.CurrentFormat, new Competition(Id, "市第八届职工技能运动会", Series: "市职工技能运动会", Edition: 8, Date: new DateOnly(2026, 5, 1), CertificatePrefix: "GAMES8"),
        [.. Numbers(Trades).Select(Definition)],
        Judges: [.. Numbers(Trades).SelectMany(t => Numbers(Judges).Select(n => new Judge(
            Judge(t, n), $"裁判{t}-{n}", [new JudgeSeat(Role.Judge, Trade(t), new ModuleId("A"), n)])))]);

    /// <summary>The morning of the practical part: everybody registered and drawn, theory marked, every trade scoring, its board public by code.</summary>
    public IEnumerable<LedgerEvent> Morning()
    {
        foreach (var e in File().ToEvents(clear => clear)) // it holds nothing personal to seal
        {
            yield return e;
        }

        yield return new OrganizationDefined(new(new("o"), "第1工程有限公司"));
        yield return new EntrantsRegistered([.. Numbers(Trades).SelectMany(t => Numbers(In(t)).Select(n => new Entrant(Entrant(t, n), Name((n * Trades) + t), new("o"), Trade(t))))]);
        foreach (var t in Numbers(Trades))
        {
            yield return new CodesDrawn(Trade(t), 1, null, [.. Numbers(In(t)).Select(n => new DrawnCode(Entrant(t, n), Code(t, n)))]);
            yield return new PhaseChanged(Trade(t), Phase.Drawn);
            yield return new PhaseChanged(Trade(t), Phase.Scoring);
            yield return new ModuleMarksImported(new ModuleId("LL"), "clerk", [.. Numbers(In(t)).Select(n => new ImportedMark(Entrant(t, n), 60 + (n % 40)))]);
        }
    }

    /// <summary>Makes the <see cref="Morning"/> in an empty data folder, with an account for the organizer.</summary>
    /// <returns>A pairing code per judge, trade by trade.</returns>
    public async Task<IReadOnlyList<string>> Prepare(string dataFolder, string login, string password)
    {
        var codes = await FirstEntries.Write(dataFolder, Id, Morning(), Numbers(Trades).SelectMany(t => Numbers(Judges).Select(n => Judge(t, n))));
        using var folder = DataFolder.Take(dataFolder);
        using var catalog = Catalog.Open(folder);
        new Accounts(catalog, TimeProvider.System).Create(new NewAccount(login, "管理员", Role.Admin), password);
        return codes;
    }

    /// <summary>Entrants of a trade, both from 1.</summary>
    public int In(int trade) => (Entrants / Trades) + (trade <= Entrants % Trades ? 1 : 0);

    public static string Code(int trade, int entrant) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (trade % 26))}{entrant:00}");

    /// <summary>One judge's sheet of one entrant, to be handed in the first time.</summary>
    public static SheetSubmission Sheet(int trade, int entrant, int judge) => new(
        Guid.NewGuid(), Trade(trade), new ModuleId("A"), Code(trade, entrant), 0,
        Numbers(20).ToDictionary(a => new AspectId($"A1.{a}"), a => Entry.Of((entrant + judge + a) % 10 * 0.5m)));

    /// <summary>The registration list as an organizer sends it, .xlsx.</summary>
    public byte[] List()
    {
        ListField[] fields = [ListField.Serial, ListField.Name, ListField.Gender, ListField.IdNumber, ListField.Phone, ListField.Organization, ListField.Trade, ListField.ExamNumber, ListField.Grade];
        return XlsxWriter.Write(new OutSheet(
            "报名表", [6, 10, 6, 22, 14, 30, 12, 14, 10],
            [
                [.. fields.Select(f => new OutCell(ListHeaders.Name(f), CellStyle.Head))],
                .. Numbers(Entrants).Select(n => (IReadOnlyList<OutCell>)
                [
                    new(Text(n)), new(Name(n)), new(n % 3 == 0 ? "女" : "男"), new(IdNumber(n)), new(string.Create(CultureInfo.InvariantCulture, $"138{n:00000000}")),
                    new($"第{n % 400 + 1}工程有限公司"), new(TradeName((n % Trades) + 1)), new(string.Create(CultureInfo.InvariantCulture, $"G8{n:00000}")), new("高级工"),
                ]),
            ]));
    }

    /// <summary>Different for the first 17,000 people; the check digit is right.</summary>
    public static string IdNumber(int n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"410500{new DateOnly(1980, 1, 1).AddDays(n / 900):yyyyMMdd}{n % 900:000}");
        return digits + ResidentId.CheckDigit(digits);
    }

    private static string Name(int n) => $"{Surnames[n % Surnames.Length]}{Given[n % Given.Length]}{Given[n / Given.Length % Given.Length]}";

    private static Trade Definition(int n) => new(
        Trade(n), TradeName(n), string.Create(CultureInfo.InvariantCulture, $"T{n:000}"),
        [
            new(new("ll"), "理论", ComponentKind.Theory, 30m, [new Module(new("LL"), "理论考试", 100m, MarkingMethod.Clerk, [])]),
            new(new("sc"), "实操", ComponentKind.Practical, 70m,
                [new Module(new("A"), "实际操作", 100m, MarkingMethod.Panel, [new("A1", "评分项", [.. Numbers(20).Select(a => new PointsAspect(new($"A1.{a}"), $"评分点 {a}", 5m))])])]),
        ],
        new([new("一等奖", 1), new("二等奖", 3), new("三等奖", 6)]));

    private static JudgeId Judge(int trade, int n) => new(string.Create(CultureInfo.InvariantCulture, $"J{trade:000}-{n}"));

    private static EntrantId Entrant(int trade, int n) => new(string.Create(CultureInfo.InvariantCulture, $"E{trade:000}-{n:00}"));

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
