namespace Scoring.Core.Certificates;

/// <summary>Everything a certificate says (R-H1), fixed at the moment of issue.</summary>
/// <param name="Number">证书编号, unique and never used again (R-H5), e.g. YDB2026-DG-001.</param>
/// <param name="Title">标题, e.g. 荣誉证书.</param>
/// <param name="Name">姓名 as on the paper; members of a team share the text of theirs.</param>
/// <param name="Organization">单位; null: not printed.</param>
/// <param name="Trade">赛项/工种; null for honours of the whole contest.</param>
/// <param name="Award">奖项等级 or 名次, e.g. 一等奖.</param>
/// <param name="Competition">竞赛全称.</param>
/// <param name="Issuers">颁发单位, joint hosts in order; at least one.</param>
/// <param name="TradeWord">What the contest called its trades at the time; null: older than that, when papers said 赛项.</param>
/// <param name="Salutation">称呼 after the name, e.g. 女士; empty: none; null: as the template says.</param>
/// <param name="OtherName">The name in another language, beside <paramref name="Name"/>; null: none.</param>
/// <param name="Date">Printed in Chinese numerals with 〇.</param>
public sealed record CertificateFacts(
    string Number, string Title, string Name, string? Organization, string? Trade, string Award, string Competition,
    IReadOnlyList<string> Issuers, DateOnly Date, CertificateKind Kind = CertificateKind.Award, string? TradeWord = null,
    string? Salutation = null, string? OtherName = null);

public enum CertificateKind { Award, Participation, Team, Thanks, Honour, Organization }
