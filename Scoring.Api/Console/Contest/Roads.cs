using Scoring.Core.Draw;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;

namespace Scoring.Api.Console.Contest;

/// <summary>One step of a contest's path.</summary>
/// <param name="Key">Which actions stand beside it.</param>
/// <param name="Done">Null: a step without an end, there when it is wanted.</param>
/// <param name="Words">What is done, or what is missing.</param>
/// <param name="Page">Where it is done, after the contest's own address; empty: only here.</param>
/// <param name="Button">Of the link there.</param>
public sealed record RoadStep(string Key, string Name, bool? Done, string Words, string Page, string Button);

/// <summary>From an empty contest to the sealed archive: what is done, what is missing.</summary>
public static class Roads
{
    /// <param name="accounts">How many officials of the roster have an account, of how many.</param>
    /// <param name="tablets">How many judges have a tablet, of how many.</param>
    public static IReadOnlyList<RoadStep> Of(CompetitionState state, (int Have, int Of) accounts, (int Have, int Of) tablets)
    {
        var trades = state.TradesInOrder;
        var advice = PhaseSteps.Advice(state.Competition);
        var unsound = trades.Where(t => DefinitionCheck.Check(t.Definition, t.Entrants.Count).Any(p => !p.Warning)).ToList();
        var without = trades.Where(t => t.Entrants.Count == 0).ToList();
        var thin = trades.Where(t => PhaseSteps.Needs(t, Phase.Scoring).Any(n => n is { Code: Need.Judges, Met: false })).ToList();
        var undrawn = trades.Where(Undrawn).ToList();
        return
        [
            new("contest", "竞赛设置", advice.Count == 0, advice.Count == 0 ? $"{state.Competition?.Date?.Day()}，{state.Competition?.Venue}，{string.Join('、', state.Competition?.Signing ?? [])}".Replace("，，", "，", StringComparison.Ordinal) : string.Join("；", advice.Select(a => a.Words)), "contest", "填写"),
            new("trades", state.TradeWord, trades.Count > 0, trades.Count > 0 ? $"{trades.Count} 个：{Names(trades)}" : $"还没有{state.TradeWord}", "settings", $"{state.TradeWord}设置"),
            new("sheets", "评分表", All(trades, unsound), unsound.Count > 0 ? $"还不能用来评分：{Names(unsound)}" : trades.Count == 0 ? $"先有{state.TradeWord}" : $"每个{state.TradeWord}都合计正确",
                unsound.Count > 0 ? $"definition/{unsound[0].Definition.Id}" : "definition", "评分方案"),
            new("roster", "选手名单", All(trades, without), trades.Count > 0 && without.Count > 0 ? $"已有 {state.Entrants.Count} 人；还没有选手的{state.TradeWord}：{Names(without)}" : $"{state.Entrants.Count} 人", "import", "导入名单"),
            new("judges", "裁判", All(trades, thin), thin.Count > 0 ? $"已有 {state.Judges.Count} 人；裁判不够的{state.TradeWord}：{Names(thin)}{(state.Judges.Count > 0 ? "。评分表后来加了模块的，再导入一次名册，写“全部”的裁判就坐到新模块上" : "")}" : $"{state.Judges.Count} 人", "import-judges", "导入裁判名册"),
            new("accounts", "账号", accounts.Of > 0 && accounts.Have == accounts.Of, accounts.Of == 0 ? "名册里还没有要登录控制台的人（裁判长、监督、录入员等）" : $"名册里 {accounts.Of} 人要登录，已有账号 {accounts.Have} 人", "people", "人员"),
            new("draw", "抽签", All(trades, undrawn), undrawn.Count > 0 ? $"还没有抽好：{Names(undrawn)}" : trades.Count == 0 ? $"先有{state.TradeWord}和选手" : "代号全部抽好", "draw", "抽签与编码"),
            new("papers", "纸质材料", null, "准考证、胸牌、桌签、秩序册、名册、码单、空白评分表，随时可以打印", "lists", "表册"),
            new("tablets", "平板", tablets.Of > 0 && tablets.Have == tablets.Of, tablets.Of == 0 ? "先有裁判" : $"{tablets.Of} 人用平板，已配对 {tablets.Have} 人", "devices", "设备"),
            new("rehearsal", "演练", null, $"用这个比赛的{state.TradeWord}、评分表和裁判另做一个练习赛，选手用假名；成绩不算数，大屏和选手页面不变", "", ""),
            Phases("start", "开始评分", trades, Phase.Scoring, "开始以后平板可以交卷，再改评分方案要写理由", "day", "看板"),
            Phases("review", "评分、复核", trades, Phase.Review, "评分表交齐以后由裁判长结束评分，进入复核", "day", "看板"),
            Phases("publicity", "解密、公示", trades, Phase.Publicity, "复核、解密、核对奖项以后公示，由裁判长操作", "publish", "公示与公布"),
            Phases("final", "公布", trades, Phase.Final, "公布以后选手可以查询，可以签发证书", "publish", "公示与公布"),
            Certificates(trades, state.TradeWord),
            Phases("archive", "归档", trades, Phase.Archived, "归档以后不再改动；也请做一份归档包", "archive", "备份与归档"),
        ];
    }

    /// <summary>A layer that is drawn before scoring is not drawn yet.</summary>
    public static bool Undrawn(TradeState trade) => NextLayer(trade) is not null;

    public static int? NextLayer(TradeState trade) =>
        Enumerable.Range(1, Math.Min(2, trade.Definition.CodeLayers)).Where(l => !DrawCodes.IsDrawn(trade, l) || trade.Entrants.Count == 0).Select(l => (int?)l).FirstOrDefault();

    public static bool HasCertificates(TradeState trade) => trade.Publication.Certificates.Any(c => c.RevokedBecause is null);

    private static RoadStep Phases(
        string key, string name, IReadOnlyList<TradeState> trades, Phase to, string words, string page, string button)
    {
        var there = trades.Count(t => t.Phase >= to);
        return new(key, name, trades.Count > 0 && there == trades.Count, trades.Count == 0 ? words
            : $"{there} / {trades.Count} 个{trades[0].Competition.TradeWord}。{words}", page, button);
    }

    private static RoadStep Certificates(IReadOnlyList<TradeState> trades, string word)
    {
        var issued = trades.Where(HasCertificates).ToList();
        return new("certificates", "证书", trades.Count > 0 && issued.Count == trades.Count, $"{issued.Count} / {trades.Count} 个{word}已签发", "certificates", "签发证书");
    }

    private static bool All(IReadOnlyList<TradeState> trades, IReadOnlyCollection<TradeState> lacking) => trades.Count > 0 && lacking.Count == 0;

    private static string Names(IEnumerable<TradeState> trades) => string.Join('、', trades.Select(t => t.Definition.Name));
}
