namespace Scoring.Core.Lists;

/// <summary>Columns a 报名表, 选手名册, 裁判名册 or list of marks may have (R-I1).</summary>
public enum ListField
{
    Name, Gender, Nation, IdType, IdNumber, Education, Phone, Organization, Trade, ExamNumber, FormerCertificate, Grade, Leader, LeaderPhone,
    Mark, Code, Remark, Serial, Title, Role, Module, Recusal, Seat, Team, Members, Work, Tag, Group,
    FormerRank, FormerTotal, FormerContest, Going,
    Award, AwardLevel, Giver, AwardedAt,
    MemberIdNumber, MemberPhone,
}

/// <summary>Whose columns a header over several columns announces.</summary>
public enum HeaderGroup
{
    /// <summary>选手, or words that say nothing about whose.</summary>
    Entrant,

    /// <summary>领队.</summary>
    Leader,

    /// <summary>Somebody the list is not about: 教练, 联系人. Their columns are never the entrant's.</summary>
    Other,
}
