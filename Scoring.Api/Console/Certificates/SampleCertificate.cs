using Scoring.Core.Certificates;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Certificates;

/// <summary>What previews and test pages show in place of a participant: lengths as they occur, no real person.</summary>
public static class SampleCertificate
{
    /// <summary>Of the usual length; its signature is none.</summary>
    public static string Qr { get; } = VerificationLink.Write(new Uri("http://192.168.1.10:5080"), QrText.Encode(Enumerable.Range(0, 300).Select(i => (byte)(i * 73)).ToArray()));

    public static CertificateFacts Of(Competition? contest, CertificateKind kind = CertificateKind.Award) => new(
        $"{contest?.CertificatePrefix ?? "YDB2026"}-DG-000", IssuedTitle(kind), "样张", "安阳恒泰电气有限公司", "电工", IssuedAward(kind),
        contest?.Name ?? "职工技能大赛", contest?.Issuers ?? contest?.Hosts ?? ["颁发单位"], contest?.Date ?? new DateOnly(2026, 4, 23), kind,
        TradeWord.Of(contest));

    /// <summary>What certificates of a kind are called in the console.</summary>
    public static string Name(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => "参赛证书",
        CertificateKind.Team => "团体奖证书",
        CertificateKind.Thanks => "裁判致谢",
        CertificateKind.Honour => "荣誉称号证书",
        CertificateKind.Organization => "组织奖证书",
        _ => "获奖证书",
    };

    private static string IssuedTitle(CertificateKind kind) => Core.Issuing.IssueCertificates.TitleOf(kind);

    private static string IssuedAward(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => "第 12 名",
        CertificateKind.Thanks => "裁判员",
        CertificateKind.Honour => "技术能手",
        CertificateKind.Team => "团体总分第一名",
        CertificateKind.Organization => "优秀组织奖",
        _ => "一等奖",
    };
}
