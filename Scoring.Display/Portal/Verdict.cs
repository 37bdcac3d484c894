using System.Globalization;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;

namespace Scoring.Display.Portal;

/// <summary>What the verification page says, decided in one place.</summary>
/// <param name="Tone">Of the head: empty for good, <c>bad</c> or <c>wait</c>.</param>
/// <param name="Name">In full after a scan, which only who holds the paper can do; masked after a number. Null: nothing trustworthy to show.</param>
/// <param name="Organization">As signed; null: not in the code.</param>
public sealed record Verdict(
    bool Good, string Tone, string Headline, string Advice, string? Name, string? Award, string? Competition, string? Number, string? State,
    IReadOnlyList<Check> Checks, IReadOnlyList<string> Issuers, string? ReplacedBy = null, string? Organization = null)
{
    /// <summary>The award no longer holds.</summary>
    public bool Struck => !Good;

    /// <param name="registered">The register has this very code: what a void or lost key signed is believed by that.</param>
    public static Verdict OfScan(SignatureCheck check, SignedCertificate? certificate, CertificateStanding? standing, DateTimeOffset asked, bool registered = false)
    {
        if (certificate is null || (check != SignatureCheck.Genuine && !(check == SignatureCheck.UnknownKey && registered)))
        {
            return Unproven(check);
        }

        var award = certificate.Trade is null ? certificate.Award : $"{certificate.Trade}，{certificate.Award}";
        var signature = check == SignatureCheck.Genuine ? new Check(true, "签名核对通过", "内容和签发时一样，没有被改动") : new Check(true, "与登记的二维码一致", "签它的密钥已停用，按颁发单位的登记核对");
        if (standing is null)
        {
            return new Verdict(
                false, "wait", "签名真实，登记里没有", "请向颁发单位确认", certificate.Name, award, certificate.Competition, certificate.Number, "登记里没有",
                [signature, new Check(false, "颁发单位登记：没有这个编号", Asked(asked))], certificate.Issuers, Organization: certificate.Organization);
        }

        var state = VerifyModel.Word(standing.State);
        var good = standing.State == CertificateState.Valid;
        return new Verdict(
            good, good ? "" : "bad", good ? "证书有效" : $"证书{state}", good ? "请与纸质证书比对：姓名、单位、奖项一字不差才是这一张" : "不能作为获奖凭证",
            certificate.Name, award, certificate.Competition, certificate.Number, state,
            [signature, new Check(good, $"颁发单位登记：{state}", Asked(asked))], certificate.Issuers, standing.ReplacedBy, certificate.Organization);
    }

    public static Verdict OfNumber(CertificateStanding standing, DateTimeOffset asked)
    {
        var state = VerifyModel.Word(standing.State);
        var good = standing.State == CertificateState.Valid;
        return new Verdict(
            good, good ? "" : "bad", good ? "编号有效" : $"证书{state}", good ? "请与纸质证书上的内容比对" : "不能作为获奖凭证",
            standing.MaskedName, standing.Award, null, standing.Number, state, [new Check(good, $"颁发单位登记：{state}", Asked(asked))], [], standing.ReplacedBy);
    }

    private static Verdict Unproven(SignatureCheck check)
    {
        var why = check switch
        {
            SignatureCheck.Forged => new Check(false, "签名不符", "二维码的内容被改动过，或不是颁发单位签发的"),
            SignatureCheck.UnknownKey => new Check(false, "不是这里签发的", "这里没有签发它的颁发单位的公钥，请到颁发单位的网址核验"),
            _ => new Check(false, "读不出内容", "二维码不完整，请把整个二维码放进取景框重扫"),
        };
        return new Verdict(false, "bad", "核验不通过", "不能作为获奖凭证", null, null, null, null, null, [why], []);
    }

    private static string Asked(DateTimeOffset at) => at.ToString("yyyy年M月d日 HH:mm 查询", CultureInfo.InvariantCulture);
}

public sealed record Check(bool Good, string Words, string Detail);
